import 'server-only'
import { z } from 'zod'
import { boardStandings } from '@/domain/time-entries'
import { exceptionOutput, waitsOutput } from '../pay-periods/output'
import { moneyOutput, placeNameOutput } from '../trpc/outputs'

const place = placeNameOutput.extend({ currency: z.string() })
const days = z.object({ from: z.iso.date(), to: z.iso.date() })
const rights = z.object({ approve: z.boolean(), seeWages: z.boolean(), pay: z.boolean() })

export const nowOutput = z.object({
  workplaces: z.array(
    z.object({
      ...{ place, rights },
      standings: z.record(z.enum(boardStandings), z.int()),
      minutesToday: z.int(),
      /** Corrections that are asked for or disputed, and entries with a forgotten clock-out. */
      waiting: z.object({ asked: z.int(), disputed: z.int(), flagged: z.int() }),
      /** The period before the running one, and of how many people nobody has approved it; null for whoever may not. */
      review: z.object({ period: days, people: z.int() }).nullable(),
    }),
  ),
  viewerId: z.uuid(),
  /** The event from which it can be followed. */
  lastEventId: z.string(),
})

/** Money is null for whoever does not see wages. */
export const payOutput = z.object({
  ...{ place, rights, period: days },
  /** Whose hours have no sum, for want of a rate. */
  withoutRate: z.int(),
  paidMinutes: z.int(),
  overtimeMinutes: z.int(),
  costToday: moneyOutput.nullable(),
  gross: moneyOutput.nullable(),
  /** The earliest period with approved hours that are not paid. */
  due: z.object({ period: days, people: z.int(), amount: moneyOutput.nullable() }).nullable(),
})

/** Minutes by the clock, and those that are paid. */
const cell = z.object({
  actual: z.int(),
  paid: z.int(),
  regular: z.int(),
  overtime: z.int(),
  amount: moneyOutput.nullable(),
})

export const weekOutput = z.object({
  ...{ place, rights },
  today: z.iso.date(),
  days: z.array(z.iso.date()),
  people: z.array(
    z.object({
      employmentId: z.uuid(),
      userId: z.uuid(),
      name: z.string(),
      number: z.int(),
      /** What is out of the ordinary in the hours of this week. */
      exceptions: z.array(exceptionOutput),
      /** In the order of the days. */
      days: z.array(cell),
      sum: cell,
    }),
  ),
  /** Send it as `cursor` for those who follow. */
  nextCursor: z.uuid().nullable(),
})

const earned = days.extend({
  paidMinutes: z.int(),
  overtimeMinutes: z.int(),
  gross: moneyOutput.nullable(),
})

export const ownOverviewOutput = z.array(
  z.object({
    ...{ employmentId: z.uuid(), place, week: earned.nullable(), period: earned.nullable() },
    /** What waits before one is paid; null where nothing does. */
    waits: waitsOutput.nullable(),
  }),
)
