import 'server-only'
import { z } from 'zod'
import { idSchema } from '@/domain/id'
import { daySchema } from '@/domain/sessions-schema'
import { text } from '@/domain/text'
import { workplaceInput } from '../trpc/inputs'
import { nothing } from '../trpc/outputs'
import { procedureFor, router } from '../trpc/procedure'
import { at } from '../trpc/rest-meta'
import { ownPayPeriods, payPeriods } from './list'
import * as o from './output'
import { ownTimesheet, review, timesheet } from './review'
import { approve, approveAll, signOff, unlock } from './sign'
import { ownWaiting, waiting } from './waiting'
import { ownWhy, why } from './why'

const employer = procedureFor('EMPLOYER')
const employee = procedureFor('EMPLOYEE')

const MOST_MINUTES = 100_000

/** Any day of the period stands for it. */
const ofPeriod = workplaceInput.extend({ day: daySchema })
const ofOwn = z.strictObject({ employmentId: idSchema, day: daySchema })
const ofSheet = ofPeriod.extend({ employmentId: idSchema })
/** The minutes that one has seen. */
const seen = { minutes: z.int().min(0).max(MOST_MINUTES) }
/** Where the sum stands among those of the timesheet. */
const ofSum = { sum: z.int().min(0).max(MOST_MINUTES) }

const PERIODS = '/workplaces/{workplaceId}/pay-periods'
const SHEET = `${PERIODS}/{day}/timesheets/{employmentId}` as const
const OWN = '/me/employments/{employmentId}/pay-periods/{day}'

export const payPeriodsRouter = router({
  ofWorkplace: employer
    .meta(at('GET', PERIODS, 'The pay periods of a workplace, the running one first'))
    .input(workplaceInput.extend({ before: daySchema.optional() }))
    .output(o.payPeriodsOutput)
    .query(({ ctx, input }) => payPeriods(ctx, input)),
  review: employer
    .meta(at('GET', `${PERIODS}/{day}`, 'Everybody’s hours of the pay period that a day belongs to'))
    .input(ofPeriod)
    .output(o.reviewOutput)
    .query(({ ctx, input }) => review(ctx, input)),
  timesheet: employer
    .meta(at('GET', SHEET, 'One person’s hours of a pay period, with every sum'))
    .input(ofSheet)
    .output(o.timesheetOutput)
    .query(({ ctx, input }) => timesheet(ctx, input)),
  why: employer
    .meta(
      at('GET', `${SHEET}/sums/{sum}`, 'Why a sum is what it is: its lines, entries and punches', {
        example: { sum: 0 },
      }),
    )
    .input(ofSheet.extend(ofSum))
    .output(o.whyOutput)
    .query(({ ctx, input }) => why(ctx, input)),
  approve: employer
    .meta(
      at('POST', `${SHEET}/approve`, 'Approve one person’s hours of a pay period, which locks them', {
        example: { minutes: 480 },
      }),
    )
    .input(ofSheet.extend(seen))
    .output(nothing)
    .mutation(({ ctx, input }) => approve(ctx, input)),
  approveAll: employer
    .meta(at('POST', `${PERIODS}/{day}/approve`, 'Approve the hours of everybody that have no exception'))
    .input(ofPeriod)
    .output(o.approvedOutput)
    .mutation(({ ctx, input }) => approveAll(ctx, input)),
  unlock: employer
    .meta(
      at('POST', `${SHEET}/unlock`, 'Take an approval back, so that hours can be corrected', {
        example: { reason: 'The clock at the door was slow' },
      }),
    )
    .input(ofSheet.extend({ reason: text(500) }))
    .output(nothing)
    .mutation(({ ctx, input }) => unlock(ctx, input)),

  waiting: employer
    .meta(at('GET', '/pay-periods/waiting', 'What waits at one’s workplaces before people are paid'))
    .output(o.waitingOutput)
    .query(({ ctx }) => waiting(ctx)),

  own: employee
    .meta(at('GET', '/me/pay-periods', 'One’s own employments, with their pay periods'))
    .output(o.ownPayPeriodsOutput)
    .query(({ ctx }) => ownPayPeriods(ctx)),
  ownWaiting: employee
    .meta(
      at(
        'GET',
        '/me/pay-periods/waiting',
        'What of one’s own is out of the ordinary, or waits before payday',
      ),
    )
    .output(o.ownWaitingOutput)
    .query(({ ctx }) => ownWaiting(ctx)),
  ownTimesheet: employee
    .meta(at('GET', OWN, 'One’s own hours of a pay period, with every sum'))
    .input(ofOwn)
    .output(o.ownTimesheetOutput)
    .query(({ ctx, input }) => ownTimesheet(ctx, input)),
  ownWhy: employee
    .meta(at('GET', `${OWN}/sums/{sum}`, 'Why a sum of one’s own is what it is', { example: { sum: 0 } }))
    .input(ofOwn.extend(ofSum))
    .output(o.whyOutput)
    .query(({ ctx, input }) => ownWhy(ctx, input)),
  signOff: employee
    .meta(
      at('POST', `${OWN}/sign-off`, 'Put one’s name under one’s own hours of a pay period', {
        example: { minutes: 480 },
      }),
    )
    .input(ofOwn.extend(seen))
    .output(nothing)
    .mutation(({ ctx, input }) => signOff(ctx, input)),
})
