import 'server-only'
import { z } from 'zod'
import { moneyOutput } from '../trpc/outputs'

const month = z.string().regex(/^\d{4}-\d\d$/)

export const inspectionLinkOutput = z.object({ id: z.uuid(), link: z.string(), expiresAt: z.date() })

export const inspectionsOutput = z.array(
  z.object({
    ...{ id: z.uuid(), name: z.string(), from: month, to: month, wages: z.boolean() },
    ...{ expiresAt: z.date(), lastUsedAt: z.date().nullable() },
  }),
)

const person = z.object({
  ...{ employmentId: z.uuid(), name: z.string(), number: z.int() },
  ...{ jobTitle: z.string().nullable(), externalNumber: z.string().nullable(), minutes: z.int() },
})

const entry = z.object({
  ...{ id: z.uuid(), startedAt: z.date(), endedAt: z.date().nullable() },
  ...{ pausedMinutes: z.int(), minutes: z.int() },
  breaks: z.array(z.object({ startedAt: z.date(), endedAt: z.date().nullable() })),
  remark: z.enum(['HAND', 'CORRECTED', 'FORGOTTEN']).nullable(),
})

const pay = z.object({
  payments: z.array(
    z.object({
      ...{ id: z.uuid(), paidOn: z.iso.date(), gross: moneyOutput },
      ...{ from: z.iso.date(), to: z.iso.date() },
    }),
  ),
  rates: z.array(
    z.object({
      ...{ id: z.uuid(), from: z.iso.date() },
      ...{ minorPerHour: z.int(), kind: z.string().nullable() },
    }),
  ),
})

export const lookOutput = z.object({
  /** For whom the access was made. */
  name: z.string(),
  workplace: z.object({
    ...{ name: z.string(), timeZone: z.string(), country: z.string(), currency: z.string() },
  }),
  expiresAt: z.date(),
  wages: z.boolean(),
  months: z.array(month),
  /** Null where none of them has begun. */
  month: month.nullable(),
  people: z.array(person),
  person: person.extend({ entries: z.array(entry), pay: pay.nullable() }).nullable(),
})
