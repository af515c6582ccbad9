import type { ErrorCode } from '../errors'

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
  | 'face.cut_off'
>

/** What was measured on one face. Lengths are pixels of the upright picture as it came in. */
export interface FaceQuality {
  /** Face score of the landmark model, 0 to 1. */
  score: number
  /** Distance between the centres of the eyes, in pixels. */
  eyeDistance: number
  /** Luminance (0 to 255) that 95 % of the face's pixels stay under: low only when there is no light at all. */
  highlight: number
  /** Luminance (0 to 255) that 10 % of the face's pixels stay under: high only when the face is washed out. */
  shadow: number
  /** Fine detail against coarse contrast on the face at the recogniser's scale; falls with blur. */
  sharpness: number
  /** Nose between the cheeks: 0 straight ahead, -1 and 1 in profile. */
  yaw: number
  /** Nose between eyes and mouth: 0 level, negative looking up, positive looking down. */
  pitch: number
  /** Tilt of the line of the eyes, in degrees. */
  roll: number
  /** Share of the landmarks that lie inside the picture, 0 to 1. */
  inside: number
}
