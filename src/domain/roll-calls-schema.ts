import { idSchema } from './id'
import { z } from './zod'

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

/** A face's place as it is kept: pixels of the upright photo. */
export const faceBoxSchema = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() })
