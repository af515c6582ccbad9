import 'server-only'
import { AppError } from '@/domain/errors'
import type { ReaderLocale } from '@/domain/locale'
import type { PayLine } from '@/domain/pay/result'
import type { ActorContext } from '../context/context'
import { wagesSeenBy } from '../context/led-by'
import { kindNames } from '../pay-periods/people'
import { periodOn } from '../pay-periods/periods'
import { payPlaceFields, payPlaceOf } from '../pay-periods/workplace'
import { dueIn } from '../payments/due'
import { statementOf } from './documents'
import { dueLines } from './people'
import { statementPdf } from './statement-pdf'
import { exportWords } from './words'

interface Wanted {
  employmentId: string
  /** Any day of the period. */
  day: string
  reader: ReaderLocale
}

/** The employment, if it is somebody's own or they see wages there. */
async function workedAt(ctx: ActorContext, id: string) {
  const found = await ctx.db.employment.findFirst({
    where: { id, OR: [{ userId: ctx.actor.id }, { workplace: { place: wagesSeenBy(ctx.actor) } }] },
    select: { workplace: { select: { place: { select: payPlaceFields } } } },
  })
  if (!found) throw new AppError('request.not_found')
  return payPlaceOf(found.workplace.place)
}

/** What a period comes to as it stands, as a statement that says it is a draft; once it is paid, that of the payment. */
export async function draftStatementOf(ctx: ActorContext, { employmentId, day, reader }: Wanted) {
  const place = await workedAt(ctx, employmentId)
  const now = ctx.clock()
  const period = await periodOn(ctx.db, place, day)
  const all = await dueIn(ctx.db, place, period, { now, employmentIds: [employmentId] })
  const due = all.find(({ person }) => person.employmentId === employmentId)
  if (!due) throw new AppError('request.not_found')
  const { payment, result, name, externalNumber, jobTitle } = due.person
  if (payment) return statementOf(ctx, { paymentId: payment.id, reader })
  if (!result.priced) throw new AppError('exports.rate_missing')
  const { range } = exportWords(reader)
  const nameOf = await kindNames(ctx.db, place)
  const lines: PayLine[] = dueLines(due, nameOf, ({ from, to }) => range(from, to))
  return statementPdf({
    ...{ reader, lines, currency: place.currency, madeAt: now, payment: null },
    employer: { name: place.name, country: place.country, timeZone: place.timeZone },
    person: { name, externalNumber, jobTitle },
    period: { from: period.from, to: period.to },
  })
}
