import 'server-only'
import { z } from 'zod'
import { idSchema } from '@/domain/id'
import { newTokenSchema, programSignInSchema } from '@/domain/tokens-schema'
import { nothing } from '../trpc/outputs'
import { publicProcedure, router, signedInProcedure } from '../trpc/procedure'
import { at } from '../trpc/rest-meta'
import * as o from './output'
import * as personal from './personal'
import * as programs from './programs'

const refreshInput = z.strictObject({ refreshToken: z.string().max(200) })

export const tokensRouter = router({
  list: signedInProcedure
    .meta(at('GET', '/tokens', 'List one’s personal access tokens'))
    .output(z.array(o.tokenOutput))
    .query(({ ctx }) => personal.ownTokens(ctx)),
  create: signedInProcedure
    .meta(
      at('POST', '/tokens', 'Make a personal access token, which is told once', {
        secret: true,
        example: { name: 'Timetable sync', scopes: ['classes:read', 'sessions:write'], days: 30 },
      }),
    )
    .input(newTokenSchema)
    .output(o.newTokenOutput)
    .mutation(({ ctx, input }) => personal.createToken(ctx, input)),
  revoke: signedInProcedure
    .meta(at('DELETE', '/tokens/{tokenId}', 'Revoke a personal access token'))
    .input(z.strictObject({ tokenId: idSchema }))
    .output(nothing)
    .mutation(({ ctx, input }) => personal.revokeToken(ctx, input)),
  signIn: publicProcedure
    .meta(
      at('POST', '/auth/token', 'Sign a program in', {
        secret: true,
        example: { program: 'Timetable sync' },
      }),
    )
    .input(programSignInSchema)
    .output(o.tokenPairOutput)
    .mutation(({ ctx, input }) => programs.signInProgram(ctx, input)),
  refresh: publicProcedure
    .meta(at('POST', '/auth/refresh', 'Get new tokens for a refresh token', { secret: true }))
    .input(refreshInput)
    .output(o.tokenPairOutput)
    .mutation(({ ctx, input }) => programs.refreshProgram(ctx, input)),
  signOut: publicProcedure
    .meta(at('POST', '/auth/revoke', 'Sign a program out'))
    .input(refreshInput)
    .output(nothing)
    .mutation(({ ctx, input }) => programs.signOutProgram(ctx, input)),
  programs: signedInProcedure
    .meta(at('GET', '/auth/programs', 'List the programs that are signed in'))
    .output(z.array(o.programOutput))
    .query(({ ctx }) => programs.ownPrograms(ctx)),
  endProgram: signedInProcedure
    .meta(at('DELETE', '/auth/programs/{programId}', 'End a program’s sign-in'))
    .input(z.strictObject({ programId: idSchema }))
    .output(nothing)
    .mutation(({ ctx, input }) => programs.endProgram(ctx, input)),
})
