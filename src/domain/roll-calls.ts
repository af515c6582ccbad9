/** How many photos of one session are worked on together, and how large each may be. */
export const MAX_ROLL_CALL_PHOTOS = 10
export const MAX_ROLL_CALL_PHOTO_BYTES = 40 * 1024 * 1024

/** What can be wrong with one photo while the others go on. */
export const photoProblems = [
  'picture.unreadable',
  'picture.heic',
  'picture.too_many_pixels',
  'face.none',
  'face.failed',
] as const
export type PhotoProblem = (typeof photoProblems)[number]

/** Whether an error's code is one that a single photo of a roll call can have. */
export function isPhotoProblem(code: string): code is PhotoProblem {
  return photoProblems.some((problem) => problem === code)
}
