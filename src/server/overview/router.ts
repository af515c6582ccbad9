import 'server-only'
import { z } from 'zod'
import { idSchema } from '@/domain/id'
import { daySchema } from '@/domain/sessions'
import { pageFields, workplaceInput } from '../trpc/inputs'
import { procedureFor, router } from '../trpc/procedure'
import { at } from '../trpc/rest-meta'
import { overviewNow } from './now'
import * as o from './output'
import { ownOverview } from './own'
import { overviewPay } from './pay'
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
  own: procedureFor('EMPLOYEE')
    .meta(at('GET', '/me/overview', 'What one has earned this week and this pay period so far'))
    .output(o.ownOverviewOutput)
    .query(({ ctx }) => ownOverview(ctx)),
})
