import 'server-only'
import { z } from 'zod'
import { faceOffHereOutput, faceOffOutput } from '../trpc/outputs'

/** What the person has agreed to and which photos are kept. */
export const enrolmentOutput = z.object({
  faceOff: faceOffOutput.nullable(),
  /** The places at which a leader has switched it off. */
  faceOffAt: z.array(
    faceOffHereOutput.extend({ placeId: z.uuid(), place: z.string(), kind: z.enum(['CLASS', 'WORKPLACE']) }),
  ),
  /** The notice that people are asked to agree to. */
  noticeVersion: z.int(),
  consent: z.object({ givenAt: z.date(), noticeVersion: z.int() }).nullable(),
  photos: z.array(z.object({ id: z.uuid(), createdAt: z.date(), usable: z.boolean() })),
  photosKept: z.boolean(),
  evidenceDays: z.number(),
  enrolled: z.boolean(),
  /** Whether this enrolment has stopped: until an administrator has decided, or for good. */
  hold: z.enum(['OPEN', 'SAME_PERSON']).nullable(),
  recogniserChanged: z.boolean(),
})

/** Whether the photos will do, and the one that fits worst; null where there is nothing to say. */
export const adviceOutput = z
  .object({ advice: z.enum(['good', 'one_more']), worst: z.uuid().nullable() })
  .nullable()

export const photoOutput = z.object({ photoId: z.uuid() })
