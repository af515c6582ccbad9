import type { WantedEntry } from './corrections-schema'

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

const utc = (instant: string) => new Date(instant).toISOString()

/** The same, each instant written in UTC: of an offset that nobody lives by others would make nothing. */
export function inUtc({ startedAt, endedAt, breaks, ...wanted }: WantedEntry): WantedEntry {
  return {
    ...{ ...wanted, startedAt: utc(startedAt), endedAt: utc(endedAt) },
    breaks: breaks.map((pause) => ({ startedAt: utc(pause.startedAt), endedAt: utc(pause.endedAt) })),
  }
}
