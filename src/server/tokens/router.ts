import 'server-only'
import { z } from 'zod'
import { idSchema } from '@/domain/id'
import { scopeSchema } from '@/domain/scopes'
import { newTokenSchema, programSignInSchema } from '@/domain/tokens'
import { publicProcedure, router, signedInProcedure } from '../trpc/procedure'
import { at } from '../trpc/rest-meta'
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
    .meta(at('GET', '/tokens', 'List one’s personal access tokens'))
    .output(z.array(token))
    .query(({ ctx }) => personal.ownTokens(ctx)),
  create: signedInProcedure
    .meta(
      at('POST', '/tokens', 'Make a personal access token, which is told once', {
        secret: true,
        example: { name: 'Timetable sync', scopes: ['classes:read', 'sessions:write'], days: 30 },
      }),
    )
    .input(newTokenSchema)
    .output(token.extend({ token: z.string() }))
    .mutation(({ ctx, input }) => personal.createToken(ctx, input)),
  revoke: signedInProcedure
    .meta(at('DELETE', '/tokens/{tokenId}', 'Revoke a personal access token'))
    .input(z.strictObject({ tokenId: idSchema }))
    .output(z.void())
    .mutation(({ ctx, input }) => personal.revokeToken(ctx, input)),
  signIn: publicProcedure
    .meta(
      at('POST', '/auth/token', 'Sign a program in', {
        secret: true,
        example: { program: 'Timetable sync' },
      }),
    )
    .input(programSignInSchema)
    .output(pair)
    .mutation(({ ctx, input }) => programs.signInProgram(ctx, input)),
  refresh: publicProcedure
    .meta(at('POST', '/auth/refresh', 'Get new tokens for a refresh token', { secret: true }))
    .input(refreshInput)
    .output(pair)
    .mutation(({ ctx, input }) => programs.refreshProgram(ctx, input)),
  signOut: publicProcedure
    .meta(at('POST', '/auth/revoke', 'Sign a program out'))
    .input(refreshInput)
    .output(z.void())
    .mutation(({ ctx, input }) => programs.signOutProgram(ctx, input)),
  programs: signedInProcedure
    .meta(at('GET', '/auth/programs', 'List the programs that are signed in'))
    .output(z.array(program))
    .query(({ ctx }) => programs.ownPrograms(ctx)),
  endProgram: signedInProcedure
    .meta(at('DELETE', '/auth/programs/{programId}', 'End a program’s sign-in'))
    .input(z.strictObject({ programId: idSchema }))
    .output(z.void())
    .mutation(({ ctx, input }) => programs.endProgram(ctx, input)),
})
