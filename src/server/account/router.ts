import 'server-only'
import { z } from 'zod'
import {
  accountLinkSchema,
  addRoleSchema,
  changeEmailSchema,
  changePasswordSchema,
  profileSchema,
  readingSchema,
  signUpSchema,
} from '@/domain/account-schema'
import { idSchema } from '@/domain/id'
import { nothing } from '../trpc/outputs'
import { publicProcedure, router, signedInProcedure } from '../trpc/procedure'
import { at, browserOnly } from '../trpc/rest-meta'
import * as newEmail from './change-email'
import * as confirm from './confirm'
import * as devices from './devices'
import * as o from './output'
import * as account from './service'
import * as signIns from './sign-ins'
import { whySignedOut } from './why-signed-out'

const MAILS = 'Somebody asks for a mail, or opens the link in it.'
const BROWSERS = 'The browsers that know an account are looked after in one.'
const SIGN_INS = 'The browsers that somebody is signed in in are looked after in one.'

export const accountRouter = router({
  signUp: publicProcedure
    .meta(
      at('POST', '/accounts', 'Sign up', {
        example: { name: 'Somebody New', email: 'new@example.org', role: 'STUDENT' },
      }),
    )
    .input(signUpSchema)
    .output(o.signedUpOutput)
    .mutation(({ ctx, input }) => account.signUp(ctx, input)),
  me: signedInProcedure
    .meta(at('GET', '/me', 'Who the token stands for'))
    .output(o.accountOutput)
    .query(({ ctx }) => account.me(ctx)),
  updateProfile: signedInProcedure
    .meta(at('PATCH', '/me', 'Change the profile', { example: { name: 'Somebody Else' } }))
    .input(profileSchema)
    .output(nothing)
    .mutation(({ ctx, input }) => account.updateProfile(ctx, input)),
  setReading: signedInProcedure
    .meta(at('PUT', '/me/reading', 'Choose the language and the time zone that one reads in'))
    .input(readingSchema)
    .output(nothing)
    .mutation(({ ctx, input }) => account.setReading(ctx, input)),
  changePassword: signedInProcedure
    .meta(at('POST', '/me/password', 'Change the password, which ends every sign-in'))
    .input(changePasswordSchema)
    .output(nothing)
    .mutation(({ ctx, input }) => account.changePassword(ctx, input)),
  addRole: signedInProcedure
    .meta(at('POST', '/me/roles', 'Take one more role, or ask for it'))
    .input(addRoleSchema)
    .output(o.roleOutput)
    .mutation(({ ctx, input }) => account.addRole(ctx, input)),
  address: signedInProcedure
    .meta(browserOnly(MAILS))
    .output(o.addressOutput)
    .query(({ ctx }) => confirm.addressStanding(ctx)),
  askToConfirm: signedInProcedure
    .meta(browserOnly(MAILS))
    .output(nothing)
    .mutation(({ ctx }) => confirm.askToConfirm(ctx)),
  confirmEmail: publicProcedure
    .meta(browserOnly(MAILS))
    .input(accountLinkSchema)
    .output(nothing)
    .mutation(({ ctx, input }) => confirm.confirmEmail(ctx, input)),
  changeEmail: signedInProcedure
    .meta(browserOnly(MAILS))
    .input(changeEmailSchema)
    .output(o.newEmailOutput)
    .mutation(({ ctx, input }) => newEmail.changeEmail(ctx, input)),
  confirmNewEmail: publicProcedure
    .meta(browserOnly(MAILS))
    .input(accountLinkSchema)
    .output(nothing)
    .mutation(({ ctx, input }) => newEmail.confirmNewEmail(ctx, input)),
  devices: signedInProcedure
    .meta(browserOnly(BROWSERS))
    .output(o.devicesOutput)
    .query(({ ctx }) => devices.ownDevices(ctx)),
  revokeDevice: signedInProcedure
    .meta(browserOnly(BROWSERS))
    .input(z.strictObject({ deviceId: idSchema }))
    .output(nothing)
    .mutation(({ ctx, input }) => devices.revokeDevice(ctx, input)),
  revokeAllDevices: signedInProcedure
    .meta(browserOnly(BROWSERS))
    .output(nothing)
    .mutation(({ ctx }) => devices.revokeAllDevices(ctx)),
  signIns: signedInProcedure
    .meta(browserOnly(SIGN_INS))
    .output(o.signInsOutput)
    .query(({ ctx }) => signIns.ownSignIns(ctx)),
  whySignedOut: publicProcedure
    .meta(browserOnly(SIGN_INS))
    .input(z.strictObject({ viewerId: idSchema, until: z.iso.datetime() }))
    .output(o.whySignedOutOutput)
    .query(async ({ ctx, input }) => ({ why: await whySignedOut(ctx, input) })),
  endSignIn: signedInProcedure
    .meta(browserOnly(SIGN_INS))
    .input(z.strictObject({ signInId: idSchema }))
    .output(nothing)
    .mutation(({ ctx, input }) => signIns.endSignIn(ctx, input)),
  signOutEverywhere: signedInProcedure
    .meta(at('POST', '/me/sign-out-everywhere', 'End every sign-in'))
    .output(nothing)
    .mutation(({ ctx }) => account.signOutEverywhere(ctx)),
})
