import 'server-only'
import { z } from 'zod'
import { reasonSchema } from '@/domain/employments-schema'
import { newExtraSchema } from '@/domain/extras-schema'
import { idSchema } from '@/domain/id'
import { daySchema } from '@/domain/sessions-schema'
import { workplaceInput } from '../trpc/inputs'
import { madeOutput, nothing } from '../trpc/outputs'
import { procedureFor, router } from '../trpc/procedure'
import { at } from '../trpc/rest-meta'
import * as o from './output'
import { addExtra, extras, ownExtras, removeExtra } from './service'

const employer = procedureFor('EMPLOYER')
const employee = procedureFor('EMPLOYEE')

const ofEmployment = workplaceInput.extend({ employmentId: idSchema })

export const extrasRouter = router({
  ofTimesheet: employer
    .meta(
      at(
        'GET',
        '/workplaces/{workplaceId}/pay-periods/{day}/timesheets/{employmentId}/extras',
        'What somebody is paid without work in a pay period, and why',
      ),
    )
    .input(ofEmployment.extend({ day: daySchema }))
    .output(o.extrasOutput)
    .query(({ ctx, input }) => extras(ctx, input)),
  add: employer
    .meta(
      at(
        'POST',
        '/workplaces/{workplaceId}/employments/{employmentId}/extras',
        'Pay without work, for a reason: minutes at the person’s rate, or an amount',
        { example: { name: 'missed-meal', minutes: 60, reason: 'No relief at noon' } },
      ),
    )
    .input(newExtraSchema.safeExtend(ofEmployment.shape))
    .output(madeOutput)
    .mutation(({ ctx, input }) => addExtra(ctx, input)),
  remove: employer
    .meta(at('POST', '/extras/{extraId}/removal', 'Take an extra back, for a reason'))
    .input(z.strictObject({ extraId: idSchema, reason: reasonSchema }))
    .output(nothing)
    .mutation(({ ctx, input }) => removeExtra(ctx, input)),

  own: employee
    .meta(
      at(
        'GET',
        '/me/employments/{employmentId}/pay-periods/{day}/extras',
        'What one is paid without work in a pay period, and why',
      ),
    )
    .input(z.strictObject({ employmentId: idSchema, day: daySchema }))
    .output(o.extrasOutput)
    .query(({ ctx, input }) => ownExtras(ctx, input)),
})
