import 'server-only'
import { addRoleSchema, changePasswordSchema, profileSchema, signUpSchema } from '@/domain/account'
import { publicProcedure, router, signedInProcedure } from '../trpc/procedure'
import * as account from './service'

export const accountRouter = router({
  signUp: publicProcedure.input(signUpSchema).mutation(({ ctx, input }) => account.signUp(ctx, input)),
  me: signedInProcedure.query(({ ctx }) => account.me(ctx)),
  updateProfile: signedInProcedure
    .input(profileSchema)
    .mutation(({ ctx, input }) => account.updateProfile(ctx, input)),
  changePassword: signedInProcedure
    .input(changePasswordSchema)
    .mutation(({ ctx, input }) => account.changePassword(ctx, input)),
  addRole: signedInProcedure.input(addRoleSchema).mutation(({ ctx, input }) => account.addRole(ctx, input)),
  signOutEverywhere: signedInProcedure.mutation(({ ctx }) => account.signOutEverywhere(ctx)),
})
