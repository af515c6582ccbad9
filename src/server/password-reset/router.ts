import 'server-only'
import { accountLinkSchema, emailInputSchema, resetPasswordSchema } from '@/domain/account-schema'
import { personSchema } from '@/domain/people-schema'
import { handedLinkOutput, nothing } from '../trpc/outputs'
import { procedureFor, publicProcedure, router } from '../trpc/procedure'
import { at, browserOnly } from '../trpc/rest-meta'
import { forgottenPasswords, handOutReset } from './administration'
import * as o from './output'
import * as reset from './service'

const admin = procedureFor('ADMIN')
const once = publicProcedure.meta(browserOnly('Somebody asks for a link, or opens it, once.'))

export const passwordResetRouter = router({
  ask: once
    .input(emailInputSchema)
    .output(nothing)
    .mutation(({ ctx, input }) => reset.askForReset(ctx, input)),
  link: once
    .input(accountLinkSchema)
    .output(o.usableOutput)
    .query(({ ctx, input }) => reset.resetLink(ctx, input)),
  use: once
    .input(resetPasswordSchema)
    .output(nothing)
    .mutation(({ ctx, input }) => reset.resetPassword(ctx, input)),
  waiting: admin
    .meta(at('GET', '/forgotten-passwords', 'Who has forgotten their password, where no mail goes out'))
    .output(o.waitingOutput)
    .query(({ ctx }) => forgottenPasswords(ctx)),
  handOut: admin
    .meta(
      at('POST', '/accounts/{userId}/password-link', 'Send or make a link for a new password', {
        secret: true,
      }),
    )
    .input(personSchema)
    .output(handedLinkOutput)
    .mutation(({ ctx, input }) => handOutReset(ctx, input)),
})
