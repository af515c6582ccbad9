import type { RecogniserName } from './model-table'

/** The two recognisers: face-reidentification-retail-0095, and dlib's ResNet as the basic one. */
export type RecogniserId = 'retail-0095' | 'dlib'

/** The better one first. */
export const recogniserIds = ['retail-0095', 'dlib'] as const satisfies RecogniserId[]

/** The model that each recogniser runs. */
export const recogniserModel = {
  'retail-0095': 'retail-0095',
  dlib: 'dlib-resnet',
} as const satisfies Record<RecogniserId, RecogniserName>

export interface RecogniserThresholds {
  /** Cosine from which the best of up to three frames is the person of the mean template (1:1, clock-in). */
  verify: number
  /** Cosine from which one photo shows the person of another, or of the mean of several (enrolment). */
  samePerson: number
}

/**
 * Cosines between vectors of this pipeline. All were read off pictures of LFW (docs/recognition.md), and do not carry
 * over to every group of people.
 *
 * retail-0095: `verify` stands for an FMR of 1e-4 (mean of three photos against the best of three others: 0.502),
 * rounded up; `samePerson` for 1e-3 (one photo against one: 0.344, against the mean of three: 0.364).
 * dlib: `verify` stands for less than 1e-5 on LFW (none of 84,960 comparisons; the highest was 0.949), because its
 * vectors of different people lie much nearer to each other in other groups; `samePerson` for 1e-3 (0.929, 0.936).
 */
export const thresholds: Record<RecogniserId, RecogniserThresholds> = {
  'retail-0095': { verify: 0.53, samePerson: 0.36 },
  dlib: { verify: 0.96, samePerson: 0.935 },
}

/**
 * Probability from which a face counts as bona fide: on NUAA's printed photos it refused 0 of 490 live ones and let
 * through 0 of 491 prints.
 */
export const PAD_THRESHOLD = 0.1
