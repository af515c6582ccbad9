import { z } from 'zod'
import { fieldError } from './field-errors'
import { idSchema } from './id'
import { text } from './text'

/**
 * ASKED by the employee, then GRANTED, REFUSED or WITHDRAWN; APPLIED by a leader, then AGREED or DISPUTED, and a
 * dispute is SETTLED.
 */
export const correctionStates = [
  'ASKED',
  'GRANTED',
  'REFUSED',
  'WITHDRAWN',
  'APPLIED',
  'AGREED',
  'DISPUTED',
  'SETTLED',
] as const
export type CorrectionState = (typeof correctionStates)[number]

/** What waits for whoever decides about the hours of a workplace. */
export const waitingStates = ['ASKED', 'DISPUTED'] as const satisfies readonly CorrectionState[]

const MOST_BREAKS = 20
const moment = z.iso.datetime({ offset: true })
const utc = (instant: string) => new Date(instant).toISOString()

/** An entry as it is to be; instants, because an hour of the night of a clock change happens twice. */
export const wantedEntrySchema = z.strictObject({
  startedAt: moment,
  endedAt: moment,
  breaks: z.array(z.strictObject({ startedAt: moment, endedAt: moment })).max(MOST_BREAKS),
  kindId: idSchema.nullable(),
  /** No break is to be deducted; as it stands where nothing is said. */
  workedThrough: z.boolean().optional(),
})
export type WantedEntry = z.infer<typeof wantedEntrySchema>

/** The same, each instant written in UTC: of an offset that nobody lives by others would make nothing. */
export function inUtc({ startedAt, endedAt, breaks, ...wanted }: WantedEntry): WantedEntry {
  return {
    ...{ ...wanted, startedAt: utc(startedAt), endedAt: utc(endedAt) },
    breaks: breaks.map((pause) => ({ startedAt: utc(pause.startedAt), endedAt: utc(pause.endedAt) })),
  }
}

export const reasonSchema = text(300).min(1, fieldError('reason_missing'))
