import 'server-only'
import { compareNames } from '@/domain/board'
import { AppError } from '@/domain/errors'
import { carried, type Share } from '@/domain/payments'
import { dayText } from '@/domain/weeks'
import type { ActorContext } from '../context/context'
import type { Database } from '../db/prisma'
import { type PersonPeriod, peopleOf } from '../pay-periods/people'
import { type Period, periodOn } from '../pay-periods/periods'
import { daysOf, money, placeOf } from '../pay-periods/sheet'
import { type PayPlace, seenWorkplace } from '../pay-periods/workplace'
import { type Adjustment, adjustments } from './adjustments'

/** What somebody is paid for a period, with what earlier ones lack. */
export interface Due {
  person: PersonPeriod
  adjustments: Adjustment[]
  /** What is left for the next payment, where all of it would come to less than nothing. */
  carried: Share[]
  total: number
  state: 'READY' | 'NOT_APPROVED' | 'NO_RATE' | 'PAID'
}

const sumOf = ({ weeks }: Adjustment) => weeks.reduce((sum, { amount }) => sum + amount, 0)

/** Who had left before a period signs nothing for it: what earlier periods lack is paid all the same. */
const hadLeft = ({ endedOn, result }: PersonPeriod, { from }: Period) =>
  endedOn !== null && endedOn < from && result.lines.length === 0

function stateOf(person: PersonPeriod, period: Period): Due['state'] {
  if (person.payment) return 'PAID'
  if (!person.result.priced) return 'NO_RATE'
  return person.sheet.approvedAt || hadLeft(person, period) ? 'READY' : 'NOT_APPROVED'
}

/** The period's own pay first: what earlier ones are short of or exceed it by waits before that does. */
function sharesOf({ result }: PersonPeriod, { id, from }: Period, lacking: readonly Adjustment[]): Share[] {
  const own = { periodId: id ?? '', day: from, amount: result.totals.gross }
  const others = lacking.flatMap(({ period, weeks }) =>
    weeks.map(({ day, amount }) => ({ periodId: period.id, day, amount })),
  )
  return [own, ...others]
}

interface Asked {
  now: Date
  employmentIds?: readonly string[]
}

/** What is due in a period: to everybody employed in it or still lacking something, or to these employments. */
export async function dueIn(db: Database, place: PayPlace, period: Period, asked: Asked): Promise<Due[]> {
  const lacking = await adjustments(db, place, { ...asked, except: period.id })
  const people = await peopleOf(db, place, period, asked)
  const known = new Set(people.map(({ employmentId }) => employmentId))
  const left = [...new Set(lacking.map(({ employmentId }) => employmentId))].filter((id) => !known.has(id))
  if (left.length > 0)
    people.push(...(await peopleOf(db, place, period, { now: asked.now, employmentIds: left })))
  return people.map((person) => {
    const own = lacking.filter(({ employmentId }) => employmentId === person.employmentId)
    const shares = sharesOf(person, period, own)
    const left = carried(shares)
    const total = [...shares, ...left].reduce((sum, { amount }) => sum + amount, 0)
    return { person, adjustments: own, carried: left, total, state: stateOf(person, period) }
  })
}

/** What is due in a pay period of a workplace, for whoever sees wages there. */
export async function paymentsDue(ctx: ActorContext, input: { workplaceId: string; day: string }) {
  const { place, rights } = await seenWorkplace(ctx, input)
  if (!rights.seeWages) throw new AppError('payPeriods.right_missing')
  const period = await periodOn(ctx.db, place, input.day)
  const due = await dueIn(ctx.db, place, period, { now: ctx.clock() })
  const people = due.map(({ person, state, total, ...one }) => ({
    ...{ id: person.employmentId, name: person.name, number: person.number, state },
    paidMinutes: person.result.totals.paidMinutes,
    gross: money(person.result.totals.gross, place),
    adjustments: one.adjustments
      .filter(({ weeks }) => weeks.length > 0)
      .map((adjustment) => ({
        period: daysOf(adjustment.period),
        amount: money(sumOf(adjustment), place),
      })),
    carried: money(
      one.carried.reduce((sum, { amount }) => sum + amount, 0),
      place,
    ),
    total: money(total, place),
    payment: person.payment && {
      ...{ id: person.payment.id, paidOn: dayText(person.payment.paidOn) },
      gross: money(Number(person.payment.grossMinor), place),
    },
  }))
  return {
    ...{ place: placeOf(place), period: daysOf(period), rights },
    people: people.sort(compareNames).map(({ id, ...one }) => ({ employmentId: id, ...one })),
  }
}
