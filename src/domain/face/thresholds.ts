import type { RecogniserName } from './model-table'

/** The recognisers that come with Clockface: face-reidentification-retail-0095, and dlib's ResNet as the basic one. */
export type BuiltInRecogniser = 'retail-0095' | 'dlib'

/**
 * A recogniser of one's own: `own:`, its name, and the first 12 digits of a SHA-256 over its file and the settings that
 * decide its vectors. Another file, or other settings, are therefore another recogniser.
 */
export type OwnRecogniserId = `own:${string}:${string}`

/** What made a vector: only vectors with the same id can be compared. */
export type RecogniserId = BuiltInRecogniser | OwnRecogniserId

/** Those that come with Clockface, the better one first. */
export const builtInRecognisers = ['retail-0095', 'dlib'] as const satisfies BuiltInRecogniser[]

/** The model that each of them runs. */
export const recogniserModel = {
  'retail-0095': 'retail-0095',
  dlib: 'dlib-resnet',
} as const satisfies Record<BuiltInRecogniser, RecogniserName>

/** The basic one names nobody at a kiosk and ticks nobody in a roll call. */
export const BASIC_RECOGNISER = 'dlib' satisfies BuiltInRecogniser

export function isBuiltIn(recogniser: string): recogniser is BuiltInRecogniser {
  return builtInRecognisers.some((id) => id === recogniser)
}

/** The id of a recogniser of one's own. `sha256`: hexadecimal. */
export function ownRecogniserId(name: string, sha256: string): OwnRecogniserId {
  const slug = name.toLowerCase().replace(/[^\p{L}\p{N}._]+/gu, '-')
  return `own:${slug.replace(/^-+|-+$/g, '')}:${sha256.slice(0, 12)}`
}

export interface RecogniserThresholds {
  /** Cosine from which one photo shows the person of another, or of the mean of several (enrolment). */
  samePerson: number
  /** Cosine from which two frames of one challenge show one person, however the head is turned. */
  throughout: number
  /** Cosine from which two photos are one picture, perhaps saved anew, made smaller or cut a little. */
  samePicture: number
  /** Whether they were read off this recogniser's vectors. */
  measured: boolean
}

/**
 * Cosines between vectors of this pipeline, for what does not wait for a site's calibration; what a clock-in or a roll
 * call needs is the calibration's to say (calibration.ts). They do not carry over to every group of people.
 *
 * `samePerson` stands for an FMR of 1e-3 on pictures of LFW (docs/recognition.md): one photo against one 0.344, against
 * the mean of three 0.364 (dlib: 0.929, 0.936). `throughout` was read off people who turn their heads (challenge.ts),
 * `samePicture` off pictures of LFW and copies of them (docs/recognition.md).
 */
const measured: Record<BuiltInRecogniser, RecogniserThresholds> = {
  'retail-0095': { samePerson: 0.36, throughout: 0.45, samePicture: 0.985, measured: true },
  dlib: { samePerson: 0.935, throughout: 0.93, samePicture: 0.9985, measured: true },
}

/** For a recogniser that nobody has measured: a little above what retail-0095 needs, as in calibration-prior.ts. */
const cautious: RecogniserThresholds = {
  samePerson: 0.42,
  throughout: 0.45,
  samePicture: 0.985,
  measured: false,
}

/** The thresholds of any recogniser, by the id that its vectors are kept under. */
export function thresholdsOf(recogniser: string): RecogniserThresholds {
  return isBuiltIn(recogniser) ? measured[recogniser] : cautious
}

/**
 * Probability from which a face counts as bona fide: on NUAA's printed photos it refused 0 of 490 live ones and let
 * through 0 of 491 prints.
 */
export const PAD_THRESHOLD = 0.1
