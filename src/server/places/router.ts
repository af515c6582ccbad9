import 'server-only'
import { z } from 'zod'
import { emailSchema } from '@/domain/account-schema'
import { joinCodeSchema } from '@/domain/classes-schema'
import { idSchema } from '@/domain/id'
import { leaderRightsSchema } from '@/domain/workplaces-schema'
import { placeInput } from '../trpc/inputs'
import { nothing } from '../trpc/outputs'
import { procedureFor, router, signedInProcedure } from '../trpc/procedure'
import { at } from '../trpc/rest-meta'
import * as invitations from './invitations'
import * as join from './join'
import * as leaders from './leaders'
import * as members from './members'
import * as o from './output'

const codeInput = z.strictObject({ joinCode: joinCodeSchema })
const personInput = placeInput.extend({ userId: idSchema })
const invitationInput = z.strictObject({ invitationId: idSchema })

const teacher = procedureFor('TEACHER')
const leader = procedureFor('TEACHER', 'EMPLOYER')
const member = procedureFor('STUDENT')

export const placesRouter = router({
  toJoin: member
    .meta(at('GET', '/join-codes/{joinCode}', 'Which class a code leads to'))
    .input(codeInput)
    .output(o.toJoinOutput)
    .query(({ ctx, input }) => join.placeToJoin(ctx, input)),
  join: member
    .meta(at('POST', '/me/classes', 'Join a class by its code'))
    .input(codeInput)
    .output(o.joinOutput)
    .mutation(({ ctx, input }) => join.joinPlace(ctx, input)),
  leave: member
    .meta(at('DELETE', '/me/classes/{placeId}', 'Leave a class'))
    .input(placeInput)
    .output(nothing)
    .mutation(({ ctx, input }) => members.leavePlace(ctx, input)),
  joined: member
    .meta(at('GET', '/me/classes', 'The classes that one is in'))
    .output(o.joinedOutput)
    .query(({ ctx }) => join.joinedPlaces(ctx)),

  members: teacher
    .meta(at('GET', '/classes/{placeId}/members', 'The students of a class'))
    .input(placeInput)
    .output(o.membersOutput)
    .query(({ ctx, input }) => members.members(ctx, input)),
  addMember: teacher
    .meta(at('POST', '/classes/{placeId}/members', 'Add somebody who is in another class of one’s own'))
    .input(placeInput.extend({ email: emailSchema }))
    .output(nothing)
    .mutation(({ ctx, input }) => join.addMember(ctx, input)),
  removeMember: teacher
    .meta(at('DELETE', '/classes/{placeId}/members/{userId}', 'Take somebody off a class'))
    .input(personInput)
    .output(nothing)
    .mutation(({ ctx, input }) => members.removeMember(ctx, input)),

  leaders: leader
    .meta(at('GET', '/classes/{placeId}/leaders', 'Who runs a class or a workplace, and who was asked to'))
    .input(placeInput)
    .output(o.leadersOutput)
    .query(({ ctx, input }) => leaders.leaders(ctx, input)),
  removeLeader: leader
    .meta(at('DELETE', '/classes/{placeId}/leaders/{userId}', 'Take somebody off the leaders'))
    .input(personInput)
    .output(nothing)
    .mutation(({ ctx, input }) => leaders.removeLeader(ctx, input)),
  stopLeading: leader
    .meta(at('POST', '/classes/{placeId}/stop-leading', 'Run a class or a workplace no longer'))
    .input(placeInput)
    .output(nothing)
    .mutation(({ ctx, input }) => leaders.stopLeading(ctx, input)),
  handOver: leader
    .meta(at('PUT', '/classes/{placeId}/owner', 'Hand a class or a workplace over to another leader'))
    .input(personInput)
    .output(nothing)
    .mutation(({ ctx, input }) => leaders.handOver(ctx, input)),

  invite: leader
    .meta(at('POST', '/classes/{placeId}/invitations', 'Ask somebody to run a class or a workplace too'))
    .input(placeInput.extend({ email: emailSchema, rights: leaderRightsSchema.optional() }))
    .output(nothing)
    .mutation(({ ctx, input }) => invitations.invite(ctx, input)),
  withdrawInvitation: leader
    .meta(at('DELETE', '/invitations/{invitationId}', 'Take an invitation back'))
    .input(invitationInput)
    .output(nothing)
    .mutation(({ ctx, input }) => invitations.withdrawInvitation(ctx, input)),
  invitations: signedInProcedure
    .meta(at('GET', '/me/invitations', 'The classes and workplaces that one is asked to run'))
    .output(o.ownInvitationsOutput)
    .query(({ ctx }) => invitations.ownInvitations(ctx)),
  acceptInvitation: signedInProcedure
    .meta(at('POST', '/me/invitations/{invitationId}/accept', 'Accept an invitation'))
    .input(invitationInput)
    .output(o.acceptedOutput)
    .mutation(({ ctx, input }) => invitations.acceptInvitation(ctx, input)),
  declineInvitation: signedInProcedure
    .meta(at('POST', '/me/invitations/{invitationId}/decline', 'Decline an invitation'))
    .input(invitationInput)
    .output(nothing)
    .mutation(({ ctx, input }) => invitations.declineInvitation(ctx, input)),
})
