import { z } from 'zod'
import { idSchema } from './id'

/** How many photos of one session are worked on together, and how large each may be. */
export const MAX_ROLL_CALL_PHOTOS = 10
export const MAX_ROLL_CALL_PHOTO_BYTES = 40 * 1024 * 1024

/** More faces than ten photos of a large class show. */
const MAX_MARKS = 1000

/** What the teacher confirms: one face a student, and one student a face. */
export const rollCallMarksSchema = z
  .array(
    z.strictObject({
      faceId: idSchema,
      studentId: idSchema,
      /** The teacher ticked somebody who is excused. */
      evenIfExcused: z.boolean(),
    }),
  )
  .max(MAX_MARKS)
export type RollCallMark = z.infer<typeof rollCallMarksSchema>[number]

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

/** A face's place as it is kept: pixels of the upright photo. */
export const faceBoxSchema = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() })
