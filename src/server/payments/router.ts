import 'server-only'
import { z } from 'zod'
import { idSchema } from '@/domain/id'
import { listFilters } from '@/domain/lists-schema'
import { paymentMethods } from '@/domain/payments'
import { daySchema } from '@/domain/sessions-schema'
import { text } from '@/domain/text'
import { pageFields, workplaceInput } from '../trpc/inputs'
import { procedureFor, router } from '../trpc/procedure'
import { at } from '../trpc/rest-meta'
import { paymentsDue } from './due'
import * as o from './output'
import { pay } from './pay'
import { ownPayment, ownPayments, payment, payments } from './read'

const employer = procedureFor('EMPLOYER')
const employee = procedureFor('EMPLOYEE')

/** So many are paid in one go at most. */
const MOST_PAID = 500

const paymentInput = z.strictObject({ paymentId: idSchema })
/** Any day of the period stands for it. */
const ofPeriod = workplaceInput.extend({ day: daySchema })

/** Whom, and the sum in minor units that the payer has seen. */
const seenSum = z.strictObject({ employmentId: idSchema, amount: z.int().meta({ examples: [16_000] }) })

const payInput = ofPeriod.extend({
  paidOn: daySchema,
  method: z.enum(paymentMethods),
  reference: text(140).optional(),
  payments: z
    .array(seenSum)
    .min(1)
    .max(MOST_PAID)
    .refine((all) => new Set(all.map(({ employmentId }) => employmentId)).size === all.length),
})

export const paymentsRouter = router({
  due: employer
    .meta(
      at(
        'GET',
        '/workplaces/{workplaceId}/pay-periods/{day}/due',
        'What is due in a pay period, and to whom',
      ),
    )
    .input(ofPeriod)
    .output(o.dueOutput)
    .query(({ ctx, input }) => paymentsDue(ctx, input)),
  pay: employer
    .meta(
      at(
        'POST',
        '/workplaces/{workplaceId}/pay-periods/{day}/payments',
        'Mark one or many as paid, all or none: for approved hours, and just the sums that were seen',
      ),
    )
    .input(payInput)
    .output(o.paidOutput)
    .mutation(({ ctx, input }) => pay(ctx, input)),
  ofWorkplace: employer
    .meta(
      at(
        'GET',
        '/workplaces/{workplaceId}/payments',
        'What was paid at a workplace; where narrowed down by a first day or a search, what it comes to',
      ),
    )
    .input(workplaceInput.extend({ ...listFilters.payments.shape, ...pageFields }))
    .output(o.foundPaymentsOutput)
    .query(({ ctx, input }) => payments(ctx, input)),
  byId: employer
    .meta(at('GET', '/payments/{paymentId}', 'One payment, with its lines'))
    .input(paymentInput)
    .output(o.paymentOutput)
    .query(({ ctx, input }) => payment(ctx, input)),

  own: employee
    .meta(at('GET', '/me/payments', 'What one was paid, newest first'))
    .input(z.strictObject(pageFields))
    .output(o.paymentsOutput)
    .query(({ ctx, input }) => ownPayments(ctx, input)),
  ownById: employee
    .meta(at('GET', '/me/payments/{paymentId}', 'One payment of one’s own, with its lines'))
    .input(paymentInput)
    .output(o.paymentOutput)
    .query(({ ctx, input }) => ownPayment(ctx, input)),
})
