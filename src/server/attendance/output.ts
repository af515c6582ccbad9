import 'server-only'
import { z } from 'zod'
import { attendanceMethods } from '@/domain/attendance'
import { livenessPolicies } from '@/domain/classes'
import {
  faceCheckOutput,
  pageOf,
  placeNameOutput,
  recordOutput,
  sessionOutput,
  standingsOutput,
  statusOutput,
  totalsOutput,
} from '../trpc/outputs'

const ownSession = sessionOutput
  .pick({ id: true, title: true, state: true, plannedStart: true, plannedEnd: true, openedAt: true })
  .extend({
    lateAfterMinutes: z.int(),
    schoolClass: placeNameOutput.extend({ teacher: z.string(), liveness: z.enum(livenessPolicies) }),
  })

/** A session as one of its students sees it: null where nothing stands of them yet. */
export const ownStandingOutput = ownSession.extend({ record: recordOutput.nullable() })

/** A student's day, and the event from which it can be followed. */
export const todayOutput = z.object({
  sessions: z.array(ownStandingOutput),
  plannedLater: z.int(),
  now: z.date(),
  viewerId: z.uuid(),
  lastEventId: z.string(),
})

export const ownRecordsOutput = pageOf(
  recordOutput.extend({
    id: z.uuid(),
    session: sessionOutput
      .pick({ id: true, title: true, state: true, plannedStart: true, openedAt: true })
      .extend({ schoolClass: placeNameOutput }),
  }),
)

export const ownTotalsOutput = z.object({
  all: totalsOutput,
  classes: z.array(z.object({ id: z.uuid(), name: z.string(), totals: totalsOutput })),
})

/** What stands of the students of a class, by session. */
export const classRecordsOutput = pageOf(
  recordOutput.extend({
    id: z.uuid(),
    student: z.object({ id: z.uuid(), name: z.string() }),
    session: sessionOutput.pick({ id: true, title: true, state: true, plannedStart: true, openedAt: true }),
  }),
)

/** This day in each class, by its own time zone. */
export const taughtTodayOutput = z.array(
  placeNameOutput.extend({
    day: z.iso.date(),
    totals: totalsOutput,
    sessions: z.array(sessionOutput.extend({ counts: standingsOutput })),
  }),
)

/** How many sessions there were of each class, and how many records of each kind. */
export const summaryOutput = z.array(placeNameOutput.extend({ sessions: z.int(), totals: totalsOutput }))

/** Whose record was changed; who is left out stands as before. */
export const markedOutput = z.object({ studentIds: z.array(z.uuid()) })

const change = z.object({
  id: z.string(),
  at: z.date(),
  actor: z.object({ name: z.string() }).nullable(),
  method: z.enum(attendanceMethods),
  /** Null where there was no record, or it was taken back. */
  oldStatus: statusOutput.nullable(),
  newStatus: statusOutput.nullable(),
  oldClockedInAt: z.date().nullable(),
  newClockedInAt: z.date().nullable(),
  oldClockedOutAt: z.date().nullable(),
  newClockedOutAt: z.date().nullable(),
  oldNote: z.string().nullable(),
  newNote: z.string().nullable(),
})

/** Who changed a record, newest first, and the face checks made for it. */
export const historyOutput = z.object({
  changes: z.array(change),
  faceChecks: z.array(faceCheckOutput),
  evidenceDays: z.number(),
})
