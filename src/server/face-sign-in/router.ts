import 'server-only'
import { z } from 'zod'
import { emailInputSchema } from '@/domain/account'
import { idSchema } from '@/domain/id'
import { challengeFields, framesOf, isBurstOrChallenge } from '../trpc/challenge-form'
import { formInput, once } from '../trpc/form-input'
import { publicProcedure, router, signedInProcedure } from '../trpc/procedure'
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

export const faceSignInRouter = router({
  settings: signedInProcedure.query(({ ctx }) => faceSignIn.faceSignInSettings(ctx)),
  set: signedInProcedure
    .input(z.strictObject({ on: z.boolean() }))
    .mutation(({ ctx, input }) => faceSignIn.setFaceSignIn(ctx, input)),
  offered: publicProcedure.input(emailInputSchema).query(({ ctx, input }) => faceSignIn.offered(ctx, input)),
  start: publicProcedure
    .input(emailInputSchema)
    .mutation(({ ctx, input }) => faceSignIn.startSignIn(ctx, input)),
  verify: publicProcedure.input(verifyForm).mutation(({ ctx, input }) => faceSignIn.verifySignIn(ctx, input)),
})
