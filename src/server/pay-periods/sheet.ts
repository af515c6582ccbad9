import 'server-only'
import { AppError } from '@/domain/errors'
import { toldTo } from '@/domain/exceptions'
import { timesheetState } from '@/domain/timesheets'
import { dayText } from '@/domain/weeks'
import type { ActorContext } from '../context/context'
import { type PersonPeriod, peopleOf } from './people'
import { type Period, periodOn } from './periods'
import type { PayPlace } from './workplace'

export const money = (amount: number, { currency }: Pick<PayPlace, 'currency'>) => ({ amount, currency })

export interface Reader {
  who: 'EMPLOYEE' | 'MANAGER'
  wages: boolean
}

/** What of somebody’s period is shown: money and exceptions only to whom they are for. */
export function sheetOf(person: PersonPeriod, place: PayPlace, { who, wages }: Reader) {
  const { employmentId, userId, name, number, jobTitle, result, sheet, payment } = person
  const exceptions = toldTo(person.exceptions, who)
  const { paidMinutes, regularMinutes, overtimeMinutes, gross } = result.totals
  const extras = result.lines.filter(({ kind }) => kind === 'extra')
  const priced = wages && result.priced
  return {
    ...{ employmentId, userId, name, number, jobTitle, ...sheet, exceptions },
    ...{ paidMinutes, regularMinutes, overtimeMinutes },
    state: timesheetState({
      ...{ signed: sheet.signedAt !== null, approved: sheet.approvedAt !== null, paid: payment !== null },
    }),
    extras: priced
      ? money(
          extras.reduce((sum, { amount }) => sum + amount, 0),
          place,
        )
      : null,
    gross: priced ? money(gross, place) : null,
    payment: payment && {
      ...{ id: payment.id, paidOn: dayText(payment.paidOn) },
      gross: wages ? money(Number(payment.grossMinor), place) : null,
    },
  }
}

export const placeOf = ({ id, name, timeZone, currency }: PayPlace) => ({ id, name, timeZone, currency })
export const daysOf = ({ from, to }: Period) => ({ from, to })

export interface Wanted {
  /** Any day of the period. */
  day: string
  employmentId: string
}

export async function personOn(ctx: ActorContext, place: PayPlace, { employmentId, day }: Wanted) {
  const period = await periodOn(ctx.db, place, day)
  const now = ctx.clock()
  const [person] = await peopleOf(ctx.db, place, period, { now, employmentIds: [employmentId] })
  if (!person) throw new AppError('request.not_found')
  return { period, person }
}
