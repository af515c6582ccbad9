import 'server-only'
import { AppError } from '@/domain/errors'
import { idSchema } from '@/domain/id'
import type { ReaderLocale } from '@/domain/locale'
import { formatHours } from '@/domain/pay/durations'
import { dayOf, localTimeOf } from '@/domain/time'
import type { ServiceContext } from '../context/context'
import { CSV_MARK, csvRow, textStream } from '../exports/csv'
import { recordPdf } from '../exports/record-pdf'
import { recordedMonth } from '../exports/recorded'
import { exportWords } from '../exports/words'
import { employedIn, noteLook, type Opened, openedMonth, openInspection } from './look'
import { peopleIn } from './read'

interface Wanted {
  link: string
  month: string
  reader: ReaderLocale
}

/** Somebody's record of a month as a file, for an inspector. */
export async function inspectedRecord(ctx: ServiceContext, input: Wanted & { employmentId: string }) {
  const { link, month, reader } = input
  const opened = await openInspection(ctx, link)
  const id = idSchema.safeParse(input.employmentId).data
  if (!id) throw new AppError('request.not_found')
  const where = { id, ...employedIn(opened, openedMonth(opened, month)) }
  const recorded = await recordedMonth(ctx.db, month, where)
  await noteLook(ctx, opened, { from: month, to: month, employmentId: id, as: 'PDF' })
  const body = await recordPdf({ ...recorded, reader, madeAt: ctx.clock() })
  return { name: `${month} ${recorded.person.name}.pdf`, type: 'application/pdf', body }
}

/** The hours of everybody in a month, or in all months that the access opens where none is named. */
export async function inspectedHours(
  ctx: ServiceContext,
  { link, month, reader }: Omit<Wanted, 'month'> & { month: string | null },
) {
  const opened = await openInspection(ctx, link)
  const months = month === null ? opened.months.toReversed() : [openedMonth(opened, month)]
  const [from, to] = [months[0] ?? '', months.at(-1) ?? '']
  if (from) await noteLook(ctx, opened, { from, to, employmentId: null, as: 'CSV' })
  const { name } = opened.workplace.place
  return {
    name: `${name} ${from === to ? from : `${from} ${to}`}.csv`,
    type: 'text/csv; charset=utf-8',
    body: textStream(rowsOf(ctx, opened, { months, reader })),
  }
}

async function* rowsOf(
  { db }: ServiceContext,
  opened: Opened,
  { months, reader }: { months: string[]; reader: ReaderLocale },
): AsyncGenerator<string> {
  const { t } = exportWords(reader)
  const { timeZone } = opened.workplace.place
  const head = [t('number'), t('employee'), t('jobTitle'), t('day'), t('record.in'), t('record.out')]
  yield `${CSV_MARK}${csvRow([...head, t('record.breaks'), t('hours'), t('record.remark')])}`
  const at = (time: Date | null) => (time ? localTimeOf(time, timeZone).replace('T', ' ') : '')
  for (const month of months)
    for (const { number, name, jobTitle, entries } of await peopleIn(db, opened, month))
      for (const { startedAt, endedAt, pausedMinutes, minutes, remark } of entries)
        yield csvRow([
          ...[String(number), name, jobTitle ?? '', dayOf(startedAt, timeZone), at(startedAt), at(endedAt)],
          ...[formatHours(pausedMinutes), endedAt ? formatHours(minutes) : ''],
          remark ? t(`record.remarks.${remark}`) : '',
        ])
}
