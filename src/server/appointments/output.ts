import 'server-only'
import { z } from 'zod'
import { appointedRoleSchema } from '@/domain/appointments-schema'
import { pageOf } from '../trpc/outputs'

export const ownRequestsOutput = z.array(
  z.strictObject({ role: appointedRoleSchema, askedAt: z.date(), refusedAt: z.date().nullable() }),
)

export const requestsOutput = pageOf(
  z.strictObject({
    id: z.uuid(),
    role: appointedRoleSchema,
    askedAt: z.date(),
    person: z.strictObject({ id: z.uuid(), name: z.string(), email: z.string() }),
    /** Whether they have shown that they read what is sent to their address; null where no mail goes out. */
    confirmed: z.boolean().nullable(),
  }),
)

export const invitationsOutput = z.array(
  z.strictObject({
    id: z.uuid(),
    email: z.string(),
    role: appointedRoleSchema,
    createdAt: z.date(),
    expiresAt: z.date(),
  }),
)

export const invitationOutput = z.strictObject({
  invitation: z.strictObject({ email: z.string(), role: appointedRoleSchema }).nullable(),
})
