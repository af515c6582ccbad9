import 'server-only'
import { z } from 'zod'
import { idSchema } from '@/domain/id'
import { scopeSchema } from '@/domain/scopes'
import { newTokenSchema, programSignInSchema } from '@/domain/tokens'
import { publicProcedure, router, signedInProcedure } from '../trpc/procedure'
import * as personal from './personal'
import * as programs from './programs'

const token = z.strictObject({
  id: idSchema,
  name: z.string(),
  scopes: z.array(scopeSchema),
  createdAt: z.date(),
  expiresAt: z.date(),
  lastUsedAt: z.date().nullable(),
})

const program = z.strictObject({
  id: idSchema,
  name: z.string().nullable(),
  createdAt: z.date(),
  lastUsedAt: z.date(),
  expiresAt: z.date(),
  /** Set where a refresh token came twice. */
  endedAt: z.date().nullable(),
})

const pair = z.strictObject({
  tokenType: z.literal('Bearer'),
  accessToken: z.string(),
  accessExpiresAt: z.date(),
  refreshToken: z.string(),
  refreshExpiresAt: z.date(),
})

const refreshInput = z.strictObject({ refreshToken: z.string().max(200) })

export const tokensRouter = router({
  list: signedInProcedure
    .meta({ rest: { method: 'GET', path: '/tokens' } })
    .output(z.array(token))
    .query(({ ctx }) => personal.ownTokens(ctx)),
  create: signedInProcedure
    .meta({ rest: { method: 'POST', path: '/tokens', secret: true } })
    .input(newTokenSchema)
    .output(token.extend({ token: z.string() }))
    .mutation(({ ctx, input }) => personal.createToken(ctx, input)),
  revoke: signedInProcedure
    .meta({ rest: { method: 'DELETE', path: '/tokens/{tokenId}' } })
    .input(z.strictObject({ tokenId: idSchema }))
    .output(z.void())
    .mutation(({ ctx, input }) => personal.revokeToken(ctx, input)),
  signIn: publicProcedure
    .meta({ rest: { method: 'POST', path: '/auth/token', secret: true } })
    .input(programSignInSchema)
    .output(pair)
    .mutation(({ ctx, input }) => programs.signInProgram(ctx, input)),
  refresh: publicProcedure
    .meta({ rest: { method: 'POST', path: '/auth/refresh', secret: true } })
    .input(refreshInput)
    .output(pair)
    .mutation(({ ctx, input }) => programs.refreshProgram(ctx, input)),
  signOut: publicProcedure
    .meta({ rest: { method: 'POST', path: '/auth/revoke' } })
    .input(refreshInput)
    .output(z.void())
    .mutation(({ ctx, input }) => programs.signOutProgram(ctx, input)),
  programs: signedInProcedure
    .meta({ rest: { method: 'GET', path: '/auth/programs' } })
    .output(z.array(program))
    .query(({ ctx }) => programs.ownPrograms(ctx)),
  endProgram: signedInProcedure
    .meta({ rest: { method: 'DELETE', path: '/auth/programs/{programId}' } })
    .input(z.strictObject({ programId: idSchema }))
    .output(z.void())
    .mutation(({ ctx, input }) => programs.endProgram(ctx, input)),
})
