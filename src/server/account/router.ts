import 'server-only'
import { z } from 'zod'
import {
  addRoleSchema,
  changePasswordSchema,
  profileSchema,
  readingSchema,
  signUpSchema,
} from '@/domain/account'
import { idSchema } from '@/domain/id'
import { publicProcedure, router, signedInProcedure } from '../trpc/procedure'
import * as devices from './devices'
import * as account from './service'

export const accountRouter = router({
  signUp: publicProcedure.input(signUpSchema).mutation(({ ctx, input }) => account.signUp(ctx, input)),
  me: signedInProcedure.query(({ ctx }) => account.me(ctx)),
  updateProfile: signedInProcedure
    .input(profileSchema)
    .mutation(({ ctx, input }) => account.updateProfile(ctx, input)),
  setReading: signedInProcedure
    .input(readingSchema)
    .mutation(({ ctx, input }) => account.setReading(ctx, input)),
  changePassword: signedInProcedure
    .input(changePasswordSchema)
    .mutation(({ ctx, input }) => account.changePassword(ctx, input)),
  addRole: signedInProcedure.input(addRoleSchema).mutation(({ ctx, input }) => account.addRole(ctx, input)),
  devices: signedInProcedure.query(({ ctx }) => devices.ownDevices(ctx)),
  revokeDevice: signedInProcedure
    .input(z.strictObject({ deviceId: idSchema }))
    .mutation(({ ctx, input }) => devices.revokeDevice(ctx, input)),
  revokeAllDevices: signedInProcedure.mutation(({ ctx }) => devices.revokeAllDevices(ctx)),
  signOutEverywhere: signedInProcedure.mutation(({ ctx }) => account.signOutEverywhere(ctx)),
})
