import 'server-only'
import { z } from 'zod'
import { emailSchema } from '@/domain/account'
import { joinCodeSchema } from '@/domain/classes'
import { idSchema } from '@/domain/id'
import { placeInput } from '../trpc/inputs'
import { procedureFor, router, signedInProcedure } from '../trpc/procedure'
import * as invitations from './invitations'
import * as join from './join'
import * as leaders from './leaders'
import * as members from './members'

const codeInput = z.strictObject({ joinCode: joinCodeSchema })
const personInput = placeInput.extend({ userId: idSchema })
const invitationInput = z.strictObject({ invitationId: idSchema })

const leader = procedureFor('TEACHER')
const member = procedureFor('STUDENT')

export const placesRouter = router({
  toJoin: member.input(codeInput).query(({ ctx, input }) => join.placeToJoin(ctx, input)),
  join: member.input(codeInput).mutation(({ ctx, input }) => join.joinPlace(ctx, input)),
  leave: member.input(placeInput).mutation(({ ctx, input }) => members.leavePlace(ctx, input)),
  joined: member.query(({ ctx }) => join.joinedPlaces(ctx)),

  members: leader.input(placeInput).query(({ ctx, input }) => members.members(ctx, input)),
  removeMember: leader.input(personInput).mutation(({ ctx, input }) => members.removeMember(ctx, input)),

  leaders: leader.input(placeInput).query(({ ctx, input }) => leaders.leaders(ctx, input)),
  removeLeader: leader.input(personInput).mutation(({ ctx, input }) => leaders.removeLeader(ctx, input)),
  stopLeading: leader.input(placeInput).mutation(({ ctx, input }) => leaders.stopLeading(ctx, input)),
  handOver: leader.input(personInput).mutation(({ ctx, input }) => leaders.handOver(ctx, input)),

  invite: leader
    .input(placeInput.extend({ email: emailSchema }))
    .mutation(({ ctx, input }) => invitations.invite(ctx, input)),
  withdrawInvitation: leader
    .input(invitationInput)
    .mutation(({ ctx, input }) => invitations.withdrawInvitation(ctx, input)),
  invitations: signedInProcedure.query(({ ctx }) => invitations.ownInvitations(ctx)),
  acceptInvitation: signedInProcedure
    .input(invitationInput)
    .mutation(({ ctx, input }) => invitations.acceptInvitation(ctx, input)),
  declineInvitation: signedInProcedure
    .input(invitationInput)
    .mutation(({ ctx, input }) => invitations.declineInvitation(ctx, input)),
})
