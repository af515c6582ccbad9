import 'server-only'
import { z } from 'zod'
import { emailInputSchema } from '@/domain/account-schema'
import { idSchema } from '@/domain/id'
import { challengeFields, framesOf, isBurstOrChallenge } from '../trpc/challenge-form'
import { formInput, once } from '../trpc/form-input'
import { challengeOutput, nothing } from '../trpc/outputs'
import { knownBrowserProcedure, publicProcedure, router, signedInProcedure } from '../trpc/procedure'
import { browserOnly } from '../trpc/rest-meta'
import * as o from './output'
import * as faceSignIn from './service'

const verifyForm = formInput({
  email: once(emailInputSchema.shape.email),
  ...challengeFields,
  challengeId: once(idSchema),
})
  .refine(isBurstOrChallenge)
  .transform(({ email, challengeId, at = [], ...rest }) => ({
    email,
    frames: framesOf({ ...rest, challengeId, at }).frames,
    challenge: { id: challengeId, at },
  }))

const BROWSER = 'Only a browser that knows the account signs in by face.'

export const faceSignInRouter = router({
  settings: signedInProcedure
    .meta(browserOnly(BROWSER))
    .output(o.settingsOutput)
    .query(({ ctx }) => faceSignIn.faceSignInSettings(ctx)),
  set: signedInProcedure
    .meta(browserOnly(BROWSER))
    .input(z.strictObject({ on: z.boolean() }))
    .output(nothing)
    .mutation(({ ctx, input }) => faceSignIn.setFaceSignIn(ctx, input)),
  offered: publicProcedure
    .meta(browserOnly(BROWSER))
    .input(emailInputSchema)
    .output(o.offeredOutput)
    .query(({ ctx, input }) => faceSignIn.offered(ctx, input)),
  start: publicProcedure
    .meta(browserOnly(BROWSER))
    .input(emailInputSchema)
    .output(challengeOutput)
    .mutation(({ ctx, input }) => faceSignIn.startSignIn(ctx, input)),
  verify: knownBrowserProcedure
    .meta(browserOnly(BROWSER))
    .input(verifyForm)
    .output(o.ticketOutput)
    .mutation(({ ctx, input }) => faceSignIn.verifySignIn(ctx, input)),
})
