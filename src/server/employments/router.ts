import 'server-only'
import { z } from 'zod'
import { joinCodeSchema } from '@/domain/classes-schema'
import {
  minorPerHourSchema,
  pinSchema,
  rateSchema,
  reasonSchema,
  termsChangesSchema,
  termsFields,
  workInvitationSchema,
} from '@/domain/employments-schema'
import { idSchema } from '@/domain/id'
import { listFilters } from '@/domain/lists-schema'
import { daySchema } from '@/domain/sessions-schema'
import { employmentInput, pageFields, workplaceInput } from '../trpc/inputs'
import { madeOutput, nothing } from '../trpc/outputs'
import { procedureFor, router, signedInProcedure } from '../trpc/procedure'
import { at } from '../trpc/rest-meta'
import * as answers from './answers'
import { endEmployment } from './end'
import * as invitations from './invitations'
import * as join from './join'
import * as o from './output'
import * as pins from './pin'
import * as rates from './rates'
import * as employments from './service'
import * as team from './team'

const employer = procedureFor('EMPLOYER')
const employee = procedureFor('EMPLOYEE')

const workInvitationInput = z.strictObject({ workInvitationId: idSchema })
const invitationInput = z.strictObject({ invitationId: idSchema })
const linkInput = z.strictObject({ link: z.string().max(100) })
const codeInput = z.strictObject({ joinCode: joinCodeSchema })
const listInput = workplaceInput.extend({
  text: z
    .string()
    .max(200_000)
    .meta({ examples: ['Kim Lee, kim@example.org, Barista, 7, 15.50'] }),
})
const pinInput = employmentInput.extend({ pin: pinSchema.nullable() })

export const employmentsRouter = router({
  ofWorkplace: employer
    .meta(at('GET', '/workplaces/{workplaceId}/employments', 'Who works at a workplace, or did'))
    .input(workplaceInput.extend({ ...listFilters.people.shape, ...pageFields }))
    .output(o.teamOutput)
    .query(({ ctx, input }) => employments.ofWorkplace(ctx, input)),
  byId: employer
    .meta(at('GET', '/employments/{employmentId}', 'One employment, without its wage'))
    .input(employmentInput)
    .output(o.employmentOutput)
    .query(({ ctx, input }) => employments.employmentById(ctx, input)),
  update: employer
    .meta(
      at(
        'PATCH',
        '/employments/{employmentId}',
        'Change the terms besides the wage; what is left out stays',
        {
          example: { jobTitle: 'Barista', contractMinutes: 1200 },
        },
      ),
    )
    .input(termsChangesSchema.extend(employmentInput.shape))
    .output(nothing)
    .mutation(({ ctx, input }) => employments.updateTerms(ctx, input)),
  end: employer
    .meta(at('POST', '/employments/{employmentId}/end', 'End an employment; its records stay'))
    .input(employmentInput.extend({ endedOn: daySchema, reason: reasonSchema.optional() }))
    .output(nothing)
    .mutation(({ ctx, input }) => endEmployment(ctx, input)),
  rehire: employer
    .meta(at('POST', '/employments/{employmentId}/rehire', 'Employ somebody again who has left'))
    .input(
      employmentInput.extend({
        startedOn: daySchema,
        minorPerHour: minorPerHourSchema.optional(),
        ...termsFields,
      }),
    )
    .output(madeOutput)
    .mutation(({ ctx, input }) => employments.rehire(ctx, input)),
  rates: employer
    .meta(at('GET', '/employments/{employmentId}/rates', 'What somebody’s hours are worth, since when'))
    .input(employmentInput)
    .output(o.ratesOutput)
    .query(({ ctx, input }) => rates.rates(ctx, input)),
  addRate: employer
    .meta(
      at('POST', '/employments/{employmentId}/rates', 'A rate from a day on; of the past, a correction', {
        example: { minorPerHour: 1550 },
      }),
    )
    .input(rateSchema.extend(employmentInput.shape))
    .output(madeOutput)
    .mutation(({ ctx, input }) => rates.addRate(ctx, input)),
  setPin: employer
    .meta(at('PUT', '/employments/{employmentId}/pin', 'Set somebody’s PIN for the kiosk, or take it away'))
    .input(pinInput)
    .output(nothing)
    .mutation(({ ctx, input }) => pins.setPin(ctx, input)),

  previewTeam: employer
    .meta(at('POST', '/workplaces/{workplaceId}/team/preview', 'Read a list of people; nothing is done yet'))
    .input(listInput)
    .output(o.teamLinesOutput)
    .mutation(({ ctx, input }) => team.previewTeam(ctx, input)),
  addTeam: employer
    .meta(at('POST', '/workplaces/{workplaceId}/team', 'Ask everybody of a list to work here, or nobody'))
    .input(listInput.extend({ startedOn: daySchema }))
    .output(o.invitedOutput)
    .mutation(({ ctx, input }) => team.addTeam(ctx, input)),
  invite: employer
    .meta(
      at(
        'POST',
        '/workplaces/{workplaceId}/work-invitations',
        'Ask somebody to work here; the link is told once',
        {
          secret: true,
          example: { email: 'somebody@example.org' },
        },
      ),
    )
    .input(workInvitationSchema.extend(workplaceInput.shape))
    .output(o.linkOutput)
    .mutation(({ ctx, input }) => invitations.invite(ctx, input)),
  invitations: employer
    .meta(at('GET', '/workplaces/{workplaceId}/work-invitations', 'Who was asked to work here'))
    .input(workplaceInput)
    .output(o.invitationsOutput)
    .query(({ ctx, input }) => invitations.invitations(ctx, input)),
  renewLink: employer
    .meta(
      at(
        'POST',
        '/work-invitations/{workInvitationId}/link',
        'Replace an invitation’s link, which is told once',
        {
          secret: true,
        },
      ),
    )
    .input(workInvitationInput)
    .output(o.linkOutput)
    .mutation(({ ctx, input }) => invitations.renewLink(ctx, input)),
  withdraw: employer
    .meta(at('DELETE', '/work-invitations/{workInvitationId}', 'Take an invitation to work back'))
    .input(workInvitationInput)
    .output(nothing)
    .mutation(({ ctx, input }) => invitations.withdraw(ctx, input)),

  asked: signedInProcedure
    .meta(at('GET', '/me/work-invitations', 'Where one is asked to work'))
    .output(z.array(o.askedOutput))
    .query(({ ctx }) => answers.ownInvitations(ctx)),
  accept: signedInProcedure
    .meta(at('POST', '/me/work-invitations/{invitationId}/accept', 'Agree to work somewhere'))
    .input(invitationInput)
    .output(o.hiredOutput)
    .mutation(({ ctx, input }) => answers.accept(ctx, input)),
  decline: signedInProcedure
    .meta(at('POST', '/me/work-invitations/{invitationId}/decline', 'Decline to work somewhere'))
    .input(invitationInput)
    .output(nothing)
    .mutation(({ ctx, input }) => answers.decline(ctx, input)),
  byLink: signedInProcedure
    .meta(at('GET', '/work-links/{link}', 'Which invitation a link leads to'))
    .input(linkInput)
    .output(o.askedOutput)
    .query(({ ctx, input }) => answers.byLink(ctx, input)),
  acceptLink: signedInProcedure
    .meta(at('POST', '/work-links/{link}/accept', 'Agree to work where a link leads to'))
    .input(linkInput)
    .output(o.hiredOutput)
    .mutation(({ ctx, input }) => answers.accept(ctx, input)),

  toJoin: employee
    .meta(at('GET', '/workplace-codes/{joinCode}', 'Which workplace a code leads to'))
    .input(codeInput)
    .output(o.toJoinOutput)
    .query(({ ctx, input }) => join.workplaceToJoin(ctx, input)),
  join: employee
    .meta(at('POST', '/me/employments', 'Join a workplace by its code'))
    .input(codeInput)
    .output(o.hiredOutput)
    .mutation(({ ctx, input }) => join.joinWorkplace(ctx, input)),
  own: employee
    .meta(at('GET', '/me/employments', 'Where one works and worked, with one’s own wage'))
    .output(o.ownOutput)
    .query(({ ctx }) => join.ownEmployments(ctx)),
  setOwnPin: employee
    .meta(at('PUT', '/me/employments/{employmentId}/pin', 'Set one’s own PIN for the kiosk, or take it away'))
    .input(pinInput)
    .output(nothing)
    .mutation(({ ctx, input }) => pins.setOwnPin(ctx, input)),
})
