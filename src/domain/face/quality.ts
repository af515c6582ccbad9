import type { ErrorCode } from '../errors'
import type { Box } from './geometry'

/** Why a picture cannot be used, as something the person in it can change. */
export type FaceProblem = Extract<
  ErrorCode,
  | 'face.none'
  | 'face.several'
  | 'face.too_small'
  | 'face.too_dark'
  | 'face.too_bright'
  | 'face.blurred'
  | 'face.turned_away'
  | 'face.upside_down'
  | 'face.lies_left'
  | 'face.lies_right'
  | 'face.cut_off'
  | 'face.covered'
  | 'face.no_person'
>

/** What was measured on one face. */
export interface FaceQuality {
  /** Face score of the landmark model, 0 to 1. */
  score: number
  /** Distance between the centres of the eyes, in pixels of the picture as it is worked on (a selfie: at most 1024 wide or high). */
  eyeDistance: number
  /** Luminance (0 to 255) that 95 % of the face's pixels stay under: low only when there is no light at all. */
  highlight: number
  /** Luminance (0 to 255) that 10 % of the face's pixels stay under: high only when the face is washed out. */
  shadow: number
  /**
   * Thousandths that fine detail has of the face's contrast, at the recogniser's scale and in the poorer direction:
   * falls with blur and with motion.
   */
  sharpness: number
  /** Nose between the cheeks: 0 straight ahead, -1 and 1 in profile. */
  yaw: number
  /** Nose between eyes and mouth: 0 level, negative looking up, positive looking down. */
  pitch: number
  /** Tilt of the line of the eyes, in degrees. */
  roll: number
  /** Share of the landmarks that lie inside the picture, 0 to 1. */
  inside: number
  /** Probability (0 to 1) that something covers mouth and nose; left out where nobody asks, as in a browser. */
  covered?: number
}

/** Limits of the gate. docs/recognition.md says what each was measured on. */
export const qualityLimits = {
  eyeDistance: 24,
  highlight: 45,
  shadow: 190,
  sharpness: 2.5,
  yaw: 0.75,
  pitchUp: -0.6,
  pitchDown: 0.85,
  roll: 35,
  inside: 0.95,
  covered: 0.9,
  score: 0.9998,
} as const

/** A second face counts from this share of the first one's width and height: nearer ones stand beside the person. */
export const SECOND_FACE = 0.4

/** What the gate says to a single face; null when it is good enough. What matters most to fix comes first. */
export function faceProblem(q: FaceQuality): FaceProblem | null {
  const lying = lyingProblem(q)
  if (lying) return lying
  if (q.inside < qualityLimits.inside) return 'face.cut_off'
  if (q.eyeDistance < qualityLimits.eyeDistance) return 'face.too_small'
  if (q.highlight < qualityLimits.highlight) return 'face.too_dark'
  if (q.shadow > qualityLimits.shadow) return 'face.too_bright'
  if (turnedAway(q)) return 'face.turned_away'
  if (q.sharpness < qualityLimits.sharpness) return 'face.blurred'
  return notAWholeFace(q)
}

/**
 * What is in the way of a face that is otherwise well taken, or that it is none: of people who are neither covered nor
 * turned away the landmark model is sure to five digits, of dogs and bronze lions it is not. A covered mouth makes it
 * unsure as well, so that comes first.
 */
function notAWholeFace({ covered = 0, score }: FaceQuality): FaceProblem | null {
  if (covered > qualityLimits.covered) return 'face.covered'
  return score < qualityLimits.score ? 'face.no_person' : null
}

/** From this roll on (degrees) nobody tilts the head: the picture lies on its side, and further still on its head. */
const ON_ITS_SIDE = 60
const UPSIDE_DOWN = 120

/** What the gate says to a face that no head stands like: somebody must turn the picture. */
export function lyingProblem({ roll }: FaceQuality): FaceProblem | null {
  if (Math.abs(roll) > UPSIDE_DOWN) return 'face.upside_down'
  if (Math.abs(roll) <= ON_ITS_SIDE) return null
  return roll > 0 ? 'face.lies_right' : 'face.lies_left'
}

function turnedAway({ yaw, pitch, roll }: FaceQuality): boolean {
  return (
    Math.abs(yaw) > qualityLimits.yaw ||
    pitch < qualityLimits.pitchUp ||
    pitch > qualityLimits.pitchDown ||
    Math.abs(roll) > qualityLimits.roll
  )
}

/**
 * Whether someone else is in a selfie: `faces` largest first. A second face counts when it is at least 40 % as large
 * as the first (geometric mean of width and height), so that a poster or a passer-by far behind does not.
 */
export function severalFaces(faces: readonly { box: Box }[]): boolean {
  const [first, second] = faces.map(({ box }) => Math.sqrt(box.width * box.height))
  return first !== undefined && second !== undefined && second >= SECOND_FACE * first
}
