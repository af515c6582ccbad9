import 'server-only'
import { z } from 'zod'
import { roleSchema } from '@/domain/roles-schema'
import { pageOf } from '../trpc/outputs'

export const accountOutput = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  roles: z.array(roleSchema),
  disabledAt: z.date().nullable(),
  emailConfirmedAt: z.date().nullable(),
})

const listed = accountOutput.extend({ createdAt: z.date() })

export const accountsOutput = pageOf(listed)

/** With what it runs, where it takes part and how often it is signed in at this moment. */
export const wholeAccountOutput = listed.extend({
  self: z.boolean(),
  leads: z.array(
    z.strictObject({
      id: z.uuid(),
      kind: z.enum(['CLASS', 'WORKPLACE']),
      name: z.string(),
      role: z.enum(['OWNER', 'ASSISTANT']),
      archivedAt: z.date().nullable(),
    }),
  ),
  inClasses: z.int(),
  atWorkplaces: z.int(),
  signIns: z.int(),
})

/** What stands in the way of deleting one's account, and what stays of it. */
export const deletionOutput = z.strictObject({
  /** Places that nobody else owns: each is handed over first. */
  places: z.array(
    z.strictObject({
      id: z.uuid(),
      kind: z.enum(['CLASS', 'WORKPLACE']),
      name: z.string(),
      archivedAt: z.date().nullable(),
    }),
  ),
  /** Workplaces whose hours and pay keep the name, each for so many years. */
  kept: z.array(z.strictObject({ workplace: z.string(), years: z.int() })),
  ofDemo: z.boolean(),
})
