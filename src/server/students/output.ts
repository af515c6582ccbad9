import 'server-only'
import { z } from 'zod'
import { pageOf, placeNameOutput, recordOutput, sessionOutput, totalsOutput } from '../trpc/outputs'

/** One student in one class: what their records there add up to. */
export const studentOutput = z.object({
  schoolClass: placeNameOutput.extend({ archivedAt: z.date().nullable() }),
  student: z.object({
    id: z.uuid(),
    name: z.string(),
    /** Null once they have left the class. */
    email: z.string().nullable(),
    number: z.int(),
    joinedAt: z.date(),
    leftAt: z.date().nullable(),
    /** Their account is gone; the records stay. */
    deleted: z.boolean(),
  }),
  totals: totalsOutput,
  /** Sessions of theirs that nobody took: they count nowhere. */
  notTaken: z.int(),
  /** Minutes after the start, over those who were late at a known time. */
  late: z.object({ minutes: z.int(), timed: z.int() }),
  weeks: z.array(totalsOutput.omit({ rate: true }).extend({ from: z.iso.date(), to: z.iso.date() })),
})

/** Sessions of a class, and what stands of a student in each; null where nothing does. */
export const studentSessionsOutput = pageOf(
  z.object({
    session: sessionOutput.pick({
      ...{ id: true, title: true, state: true, plannedStart: true, plannedEnd: true },
      ...{ openedAt: true, closedAt: true, notTaken: true, createdAt: true },
    }),
    record: recordOutput.nullable(),
  }),
)

const writer = z.object({ id: z.uuid(), name: z.string() }).nullable()

/** What leaders of a class wrote about a student. */
export const studentNotesOutput = pageOf(
  z.object({
    id: z.uuid(),
    text: z.string(),
    createdAt: z.date(),
    editedAt: z.date().nullable(),
    /** Null where the account is gone. */
    author: writer,
    editor: writer,
  }),
)
