import 'server-only'
import { z } from 'zod'
import { idSchema } from '@/domain/id'
import { scopeSchema } from '@/domain/scopes-schema'

export const tokenOutput = z.strictObject({
  id: idSchema,
  name: z.string(),
  scopes: z.array(scopeSchema),
  createdAt: z.date(),
  expiresAt: z.date(),
  lastUsedAt: z.date().nullable(),
})

/** With the token itself, which is told this once. */
export const newTokenOutput = tokenOutput.extend({ token: z.string() })

export const programOutput = z.strictObject({
  id: idSchema,
  name: z.string().nullable(),
  createdAt: z.date(),
  lastUsedAt: z.date(),
  expiresAt: z.date(),
  /** Set where a refresh token came twice. */
  endedAt: z.date().nullable(),
})

export const tokenPairOutput = z.strictObject({
  tokenType: z.literal('Bearer'),
  accessToken: z.string(),
  accessExpiresAt: z.date(),
  refreshToken: z.string(),
  refreshExpiresAt: z.date(),
})
