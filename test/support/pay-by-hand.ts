import { clockChanges } from './pay-by-hand/clock-changes'
import { stretches } from './pay-by-hand/stretches'
import { weeks } from './pay-by-hand/weeks'
import type { Line } from './pay-oracle/shape'

export const byHand = [...clockChanges, ...weeks, ...stretches]

/** Lines as the examples write them, sorted. */
export const writtenLines = (lines: readonly Line[]) =>
  lines
    .map((line) =>
      [line.entry, line.day, line.kind, line.name, line.minutes, line.rate, line.factor, line.amount]
        .map((part) => part ?? '-')
        .join(' '),
    )
    .sort()
