import 'server-only'
import { z } from 'zod'
import { lineKinds } from '@/domain/pay/result'
import { paymentMethods } from '@/domain/payments'
import { moneyOutput, pageOf, placeNameOutput } from '../trpc/outputs'

const place = placeNameOutput.extend({ currency: z.string() })
const days = z.object({ from: z.iso.date(), to: z.iso.date() })

const duePerson = z.object({
  employmentId: z.uuid(),
  name: z.string(),
  number: z.int(),
  state: z.enum(['READY', 'NOT_APPROVED', 'NO_RATE', 'PAID']),
  paidMinutes: z.int(),
  gross: moneyOutput,
  /** What payments for other periods lack or exceed, because they were corrected since. */
  adjustments: z.array(z.object({ period: days, amount: moneyOutput })),
  /** What is left for the next payment, because all of it would come to less than nothing. */
  carried: moneyOutput,
  /** The sum that is paid: of the hours, the adjustments, and what is left for the next payment. */
  total: moneyOutput,
  payment: z.object({ id: z.uuid(), paidOn: z.iso.date(), gross: moneyOutput }).nullable(),
})

export const dueOutput = z.object({
  ...{ place, period: days },
  rights: z.object({ approve: z.boolean(), seeWages: z.boolean(), pay: z.boolean() }),
  people: z.array(duePerson),
})

export const paidOutput = z.object({ paymentIds: z.array(z.uuid()) })

const payment = z.object({
  id: z.uuid(),
  employmentId: z.uuid(),
  name: z.string(),
  number: z.int(),
  jobTitle: z.string().nullable(),
  externalNumber: z.string().nullable(),
  place,
  period: days,
  gross: moneyOutput,
  paidOn: z.iso.date(),
  method: z.enum(paymentMethods),
  reference: z.string().nullable(),
  createdAt: z.date(),
})

const line = z.object({
  entryId: z.uuid().nullable(),
  day: z.iso.date(),
  kind: z.enum(lineKinds),
  name: z.string().nullable(),
  minutes: z.int(),
  rate: moneyOutput.nullable(),
  factor: z.string().nullable(),
  amount: moneyOutput,
  /** The earlier period that an adjustment makes up for. */
  ofPeriod: days.nullable(),
})

const stretch = z.object({ entryId: z.uuid(), startedAt: z.date(), endedAt: z.date() })

export const paymentsOutput = pageOf(payment)
/** Of a workplace: with what all payments that were found come to, in each currency. */
export const foundPaymentsOutput = paymentsOutput.extend({
  sums: z.array(z.object({ count: z.int(), gross: moneyOutput })).nullable(),
})
/** A payment with its lines, and the stretches of time that it pays. */
export const paymentOutput = payment.extend({ lines: z.array(line), stretches: z.array(stretch) })
