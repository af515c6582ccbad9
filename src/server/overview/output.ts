import 'server-only'
import { z } from 'zod'
import type { BoardStanding } from '@/domain/time-entries'
import { trendMonths, trendSplits, trendSteps } from '@/domain/trends'
import { exceptionOutput, sheetOutput, standingOutput, waitsOutput } from '../pay-periods/output'
import { entryOutput } from '../time-entries/output'
import { moneyOutput, placeNameOutput } from '../trpc/outputs'

/** How many people stand where. */
const standings = {
  ...{ IN: z.int(), ON_BREAK: z.int(), OVERDUE: z.int(), GONE: z.int(), OUT: z.int() },
} satisfies Record<BoardStanding, z.ZodType>

const place = placeNameOutput.extend({ currency: z.string() })
const days = z.object({ from: z.iso.date(), to: z.iso.date() })
const rights = z.object({ approve: z.boolean(), seeWages: z.boolean(), pay: z.boolean() })

export const nowOutput = z.object({
  workplaces: z.array(
    z.object({
      ...{ place, rights },
      standings: z.object(standings),
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

/** Minutes that are paid, and what they cost; null for whoever does not see wages. */
const trendSum = z.object({ minutes: z.int(), overtime: z.int(), cost: moneyOutput.nullable() })

export const trendsOutput = z.object({
  ...{ place, rights },
  today: z.iso.date(),
  months: z.literal(trendMonths),
  step: z.enum(trendSteps),
  split: z.enum(trendSplits),
  /** Whether the workplace has sites, by which hours can be told apart. */
  hasSites: z.boolean(),
  /** False where so much is not paid yet that the earliest days are left out. */
  complete: z.boolean(),
  /** Of how many people hours that nobody paid come to no money, for want of a rate. */
  withoutRate: z.int(),
  /** What hours are told apart by: a kind of work with its name, or a word for it. */
  groups: z.array(z.object({ group: z.string(), name: z.string().nullable() })),
  /** Weeks or months; the sums of each in the order of the groups. */
  spans: z.array(days.extend({ sums: z.array(trendSum) })),
})

/** Somebody as whoever decides about their hours, or sees their wage, needs to know them. */
export const personOutput = z.object({
  /** Today, or the last day of work of who has left. */
  day: z.iso.date(),
  ...{ place, rights, employmentId: z.uuid(), userId: z.uuid(), name: z.string() },
  ...{ week: earned, period: earned },
  /** The hours of the period as they stand. */
  sheet: sheetOutput,
  /** The last weeks, the earliest first. */
  weeks: z.array(earned),
  /** The latest periods, the latest first. */
  periods: z.array(standingOutput),
  /** The latest entries, the latest first. */
  entries: z.array(entryOutput),
  now: z.date(),
})
