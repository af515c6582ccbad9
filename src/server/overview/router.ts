import 'server-only'
import { z } from 'zod'
import { idSchema } from '@/domain/id'
import { daySchema } from '@/domain/sessions-schema'
import { trendMonths, trendSplits, trendSteps } from '@/domain/trends'
import { employmentInput, pageFields, workplaceInput } from '../trpc/inputs'
import { procedureFor, router } from '../trpc/procedure'
import { at } from '../trpc/rest-meta'
import { overviewNow } from './now'
import * as o from './output'
import { ownOverview } from './own'
import { overviewPay } from './pay'
import { overviewPerson } from './person'
import { trends } from './trends'
import { overviewWeek } from './week'

const employer = procedureFor('EMPLOYER')

export const overviewRouter = router({
  now: employer
    .meta(at('GET', '/overview', 'The workplaces that one runs at this moment: who is in, and what waits'))
    .input(z.strictObject({ workplaceId: idSchema.optional() }))
    .output(o.nowOutput)
    .query(({ ctx, input }) => overviewNow(ctx, input)),
  pay: employer
    .meta(
      at(
        'GET',
        '/workplaces/{workplaceId}/overview',
        'What today and the running period come to, and what is due',
      ),
    )
    .input(workplaceInput)
    .output(o.payOutput)
    .query(({ ctx, input }) => overviewPay(ctx, input)),
  week: employer
    .meta(at('GET', '/workplaces/{workplaceId}/week', 'A week of everybody’s, day by day'))
    .input(workplaceInput.extend({ day: daySchema.optional(), ...pageFields }))
    .output(o.weekOutput)
    .query(({ ctx, input }) => overviewWeek(ctx, input)),
  trends: employer
    .meta(
      at(
        'GET',
        '/workplaces/{workplaceId}/trends',
        'Hours, overtime and cost by week or month, told apart by kind of work or by site',
      ),
    )
    .input(
      workplaceInput.extend({
        months: z.literal(trendMonths).default(6),
        step: z.enum(trendSteps).default('month'),
        split: z.enum(trendSplits).default('all'),
      }),
    )
    .output(o.trendsOutput)
    .query(({ ctx, input }) => trends(ctx, input)),
  person: employer
    .meta(
      at(
        'GET',
        '/employments/{employmentId}/overview',
        'What somebody’s work comes to: this week and period, the last weeks, the latest entries',
      ),
    )
    .input(employmentInput)
    .output(o.personOutput)
    .query(({ ctx, input }) => overviewPerson(ctx, input)),
  own: procedureFor('EMPLOYEE')
    .meta(at('GET', '/me/overview', 'What one has earned this week and this pay period so far'))
    .output(o.ownOverviewOutput)
    .query(({ ctx }) => ownOverview(ctx)),
})
