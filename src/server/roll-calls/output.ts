import 'server-only'
import { z } from 'zod'
import { photoProblems } from '@/domain/roll-calls'
import { placeNameOutput, recordOutput, sessionOutput } from '../trpc/outputs'

const photo = z.object({
  id: z.uuid(),
  position: z.int(),
  done: z.boolean(),
  faces: z.int(),
  problem: z.enum(photoProblems).nullable(),
})

/** How far a session's roll call is, and who can be found at all. */
export const ofSessionOutput = z.object({
  session: sessionOutput.pick({ id: true, title: true, state: true }),
  schoolClass: placeNameOutput,
  students: z.int(),
  findable: z.int(),
  recogniser: z.boolean(),
  rollCall: z
    .object({
      id: z.uuid(),
      state: z.enum(['WAITING', 'WORKING', 'READY', 'FAILED']),
      createdAt: z.date(),
      photos: z.array(photo),
    })
    .nullable(),
  rounds: z.int(),
  viewerId: z.uuid(),
  lastEventId: z.string(),
})

/** The faces that were read, and the students they could be: bands and names. */
export const reviewOutput = z.object({
  rollCallId: z.uuid(),
  takenAt: z.date(),
  preselects: z.boolean(),
  session: sessionOutput
    .pick({ id: true, state: true, plannedStart: true, closedAt: true, lateAfterMinutes: true })
    .extend({ openedAt: z.date() }),
  photos: z.array(z.object({ id: z.uuid(), position: z.int(), width: z.int(), height: z.int() })),
  faces: z.array(
    z.object({
      id: z.uuid(),
      band: z.enum(['SURE', 'LIKELY', 'UNKNOWN']),
      photo: z.int(),
      /** In thousandths of the photo. */
      box: z.object({ x: z.int(), y: z.int(), width: z.int(), height: z.int() }),
      studentId: z.uuid().nullable(),
      others: z.array(z.uuid()),
    }),
  ),
  students: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      record: recordOutput.nullable(),
      consented: z.boolean(),
      findable: z.boolean(),
    }),
  ),
})

export const createdOutput = z.object({ rollCallId: z.uuid() })
export const photoAddedOutput = z.object({ photoId: z.uuid() })
export const confirmedOutput = z.object({ marked: z.int(), late: z.int(), unchanged: z.int() })
export const undoneOutput = z.object({
  undone: z.int(),
  kept: z.array(z.object({ id: z.uuid(), name: z.string() })),
})
