import 'server-only'
import { z } from 'zod'
import { accountLinkSchema, invitedSignUpSchema } from '@/domain/account-schema'
import { decideRoleSchema, inviteToRoleSchema } from '@/domain/appointments-schema'
import { idSchema } from '@/domain/id'
import { pageFields } from '../trpc/inputs'
import { handedLinkOutput, madeOutput, nothing } from '../trpc/outputs'
import { procedureFor, publicProcedure, router, signedInProcedure } from '../trpc/procedure'
import { at, browserOnly } from '../trpc/rest-meta'
import * as invitations from './invitations'
import * as o from './output'
import * as requests from './requests'

const admin = procedureFor('ADMIN')
const FOLLOWED = 'Somebody opens the link of a mail, once.'

export const appointmentsRouter = router({
  own: signedInProcedure
    .meta(at('GET', '/me/role-requests', 'What one has asked to be, and was not given yet'))
    .output(o.ownRequestsOutput)
    .query(({ ctx }) => requests.ownRequests(ctx)),
  waiting: admin
    .meta(at('GET', '/role-requests', 'Who waits to teach or to employ'))
    .input(z.strictObject(pageFields))
    .output(o.requestsOutput)
    .query(({ ctx, input }) => requests.waitingRequests(ctx, input)),
  decide: admin
    .meta(at('POST', '/role-requests/{requestId}/decision', 'Decide whether somebody teaches or employs'))
    .input(decideRoleSchema)
    .output(nothing)
    .mutation(({ ctx, input }) => requests.decideRequest(ctx, input)),
  invite: admin
    .meta(
      at('POST', '/role-invitations', 'Invite somebody to teach or to employ', {
        secret: true,
        example: { email: 'new.teacher@example.org', role: 'TEACHER' },
      }),
    )
    .input(inviteToRoleSchema)
    .output(handedLinkOutput)
    .mutation(({ ctx, input }) => invitations.inviteToRole(ctx, input)),
  invitations: admin
    .meta(at('GET', '/role-invitations', 'Invitations to teach or to employ that stand'))
    .output(o.invitationsOutput)
    .query(({ ctx }) => invitations.roleInvitations(ctx)),
  withdraw: admin
    .meta(at('DELETE', '/role-invitations/{invitationId}', 'Take such an invitation back'))
    .input(z.strictObject({ invitationId: idSchema }))
    .output(nothing)
    .mutation(({ ctx, input }) => invitations.withdrawRoleInvitation(ctx, input)),
  invitation: publicProcedure
    .meta(browserOnly(FOLLOWED))
    .input(accountLinkSchema)
    .output(o.invitationOutput)
    .query(({ ctx, input }) => invitations.roleInvitation(ctx, input)),
  signUp: publicProcedure
    .meta(browserOnly(FOLLOWED))
    .input(invitedSignUpSchema)
    .output(madeOutput)
    .mutation(({ ctx, input }) => invitations.signUpInvited(ctx, input)),
})
