import 'server-only'
import { z } from 'zod'
import { exceptionCodes, severities } from '@/domain/exceptions'
import { lineKinds } from '@/domain/pay/result'
import { signatureActs, timesheetStates } from '@/domain/timesheets'
import { EntryFlag, EntryMethod } from '../db/generated/enums'
import { moneyOutput, placeNameOutput } from '../trpc/outputs'

const place = placeNameOutput.extend({ currency: z.string() })
const days = z.object({ from: z.iso.date(), to: z.iso.date() })
const rights = z.object({ approve: z.boolean(), seeWages: z.boolean(), pay: z.boolean() })

const payment = z.object({
  id: z.uuid(),
  paidOn: z.iso.date(),
  /** Null for whoever does not see wages here. */
  gross: moneyOutput.nullable(),
})

export const exceptionOutput = z.object({
  code: z.enum(exceptionCodes),
  day: z.iso.date().nullable(),
  entryId: z.uuid().nullable(),
  severity: z.enum(severities),
  /** Nothing is approved while it stands. */
  critical: z.boolean(),
})

/** Somebody’s hours of a period in minutes. Money is null for whoever does not see wages, and while a rate is missing. */
export const sheetOutput = z.object({
  employmentId: z.uuid(),
  userId: z.uuid(),
  name: z.string(),
  number: z.int(),
  jobTitle: z.string().nullable(),
  state: z.enum(timesheetStates),
  signedAt: z.date().nullable(),
  approvedAt: z.date().nullable(),
  approvedBy: z.object({ id: z.uuid(), name: z.string().nullable() }).nullable(),
  paidMinutes: z.int(),
  regularMinutes: z.int(),
  overtimeMinutes: z.int(),
  extras: moneyOutput.nullable(),
  gross: moneyOutput.nullable(),
  payment: payment.nullable(),
  exceptions: z.array(exceptionOutput),
})

export const reviewOutput = z.object({
  ...{ place, period: days, rights },
  today: z.iso.date(),
  people: z.array(sheetOutput),
  viewerId: z.uuid(),
  /** The event from which it can be followed. */
  lastEventId: z.string(),
})

const sum = z.object({
  /** The first day of its week. */
  week: z.iso.date(),
  kind: z.enum(lineKinds),
  name: z.string().nullable(),
  minutes: z.int(),
  rate: moneyOutput.nullable(),
  factor: z.string().nullable(),
  amount: moneyOutput.nullable(),
})

const signature = z.object({
  id: z.string(),
  at: z.date(),
  by: z.string().nullable(),
  act: z.enum(signatureActs),
  reason: z.string().nullable(),
})

/** Somebody’s hours with every sum of them, and who signed when, newest first. */
export const ownTimesheetOutput = z.object({
  ...{ place, period: days, sheet: sheetOutput },
  today: z.iso.date(),
  sums: z.array(sum.extend({ parts: z.int() })),
  history: z.array(signature),
})

export const timesheetOutput = ownTimesheetOutput.extend({ rights })

const entry = z.object({
  id: z.uuid(),
  kind: z.string().nullable(),
  startedAt: z.date(),
  endedAt: z.date().nullable(),
  inMethod: z.enum(EntryMethod),
  outMethod: z.enum(EntryMethod).nullable(),
  flag: z.enum(EntryFlag).nullable(),
  undisputedUntil: z.date().nullable(),
  workedThrough: z.boolean(),
  breaks: z.array(z.object({ startedAt: z.date(), endedAt: z.date().nullable(), paid: z.boolean() })),
})

const span = z.object({ from: z.date(), to: z.date() })

const line = z.object({
  entryId: z.uuid().nullable(),
  day: z.iso.date(),
  minutes: z.int(),
  amount: moneyOutput.nullable(),
  /** When the minutes of the line were. */
  times: z.array(z.object({ from: z.date(), minutes: z.int() })),
  /** The outer punches of the entries that touch, and what rounding made of them. */
  rounded: z.object({ punched: span, counted: span }).nullable(),
  /** The minutes of the day, and what rounding made of them. */
  dayRounded: z.object({ worked: z.int(), counted: z.int() }).nullable(),
})

/** Money before it is rounded: minor units as a decimal. */
const exactMoney = z.object({ minor: z.string(), currency: z.string() })

/** A sum, the lines that share it, and the entries of those lines as they were punched. */
export const whyOutput = z.object({
  ...{ place, period: days, sum },
  /** The sum before it was rounded once. */
  exact: exactMoney.nullable(),
  /** The week's average, for what it adds to overtime. */
  average: z.object({ pay: exactMoney, minutes: z.int(), hourly: exactMoney }).nullable(),
  /** The smaller of the two is taken off. */
  credit: z.object({ premiums: exactMoney, overtime: exactMoney }).nullable(),
  lines: z.array(line),
  entries: z.array(entry),
})

export const payPeriodsOutput = z.object({
  ...{ place, rights },
  today: z.iso.date(),
  items: z.array(days.extend({ signed: z.int(), approved: z.int(), paid: z.int() })),
  /** Send it as `before` for earlier ones. */
  before: z.iso.date().nullable(),
})

/** A period of somebody's, and where it stands. */
export const standingOutput = days.extend({ state: z.enum(timesheetStates), payment: payment.nullable() })

export const ownPayPeriodsOutput = z.array(
  z.object({
    employmentId: z.uuid(),
    jobTitle: z.string().nullable(),
    place,
    items: z.array(standingOutput),
  }),
)

export const approvedOutput = z.object({
  approved: z.int(),
  approvedBefore: z.int(),
  withExceptions: z.int(),
})

/** What waits before a period is paid: as far as whoever asks is told of it. */
export const waitsOutput = z.object({
  period: days,
  flagged: z.int(),
  unsigned: z.int(),
  corrections: z.int(),
})

export const waitingOutput = z.array(waitsOutput.extend({ place }))

export const ownWaitingOutput = z.array(
  z.object({
    employmentId: z.uuid(),
    place,
    /** What is out of the ordinary in the running period. */
    exceptions: z.array(exceptionOutput),
    /** Null where nothing waits. */
    waits: waitsOutput.nullable(),
  }),
)
