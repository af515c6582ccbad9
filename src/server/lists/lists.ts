import 'server-only'
import { boardRows, type ListFilters, type ListName, reviewRows } from '@/domain/lists'
import { decimalMoney } from '@/domain/money'
import { dayOf, localTimeOf } from '@/domain/time'
import { pausedMs } from '@/domain/worked-days'
import type { ActorContext } from '../context/context'
import { ofWorkplace } from '../employments/service'
import { overviewWeek } from '../overview/week'
import { review } from '../pay-periods/review'
import { paymentsPage } from '../payments/read'
import { board } from '../time-entries/board'
import { entriesOf } from '../time-entries/list'
import { allPages, onePage, ROWS } from './pages'
import type { Column, ListTable } from './table'
import type { ListWords } from './words'

export interface Place {
  id: string
  timeZone: string
}

export type Wanted<List extends ListName> = ListFilters<List> & {
  workplaceId: string
  day?: string | undefined
}

interface Asking<List extends ListName> {
  ctx: ActorContext
  input: Wanted<List>
  place: Place
  words: ListWords
}

type Reader<List extends ListName> = (asking: Asking<List>) => Promise<ListTable>

const money = (sum: { amount: number; currency: string } | null) =>
  sum && decimalMoney(sum.amount, sum.currency)
const at = (time: Date | null, { timeZone }: Place) => time && localTimeOf(time, timeZone).replace('T', ' ')

/** Who each row is about. */
const who = (words: ListWords): Column[] => [
  { header: words.t('column.name'), as: 'text' },
  { header: words.t('column.number'), as: 'number' },
  { header: words.t('column.job'), as: 'text' },
]

const people: Reader<'people'> = async ({ ctx, input, words }) => ({
  columns: [
    ...who(words),
    { header: words.t('column.email'), as: 'text' },
    { header: words.t('column.externalNumber'), as: 'text' },
    { header: words.t('column.firstDay'), as: 'day' },
    { header: words.t('column.lastDay'), as: 'day' },
    { header: words.t('column.contract'), as: 'hours' },
  ],
  pages: await allPages(
    (cursor) => ofWorkplace(ctx, { ...input, cursor }, ROWS),
    (one) => [
      ...[one.name, one.number, one.jobTitle, one.email, one.externalNumber],
      ...[one.startedOn, one.endedOn, one.contractMinutes],
    ],
  ),
})

const now: Reader<'now'> = async ({ ctx, input, place, words }) => {
  const { people } = await board(ctx, input)
  return {
    columns: [
      ...who(words),
      { header: words.t('column.standing'), as: 'text' },
      { header: words.t('column.since'), as: 'time' },
      { header: words.t('column.left'), as: 'time' },
      { header: words.t('column.kind'), as: 'text' },
      { header: words.t('column.today'), as: 'hours' },
    ],
    pages: onePage(
      boardRows(people, input).map((one) => [
        ...[one.name, one.number, one.jobTitle, words.standing(one.standing)],
        ...[at(one.since, place), at(one.leftAt, place), one.kind, one.minutesToday],
      ]),
    ),
  }
}

const reviewed: Reader<'review'> = async ({ ctx, input, place, words }) => {
  const day = input.day ?? dayOf(ctx.clock(), place.timeZone)
  const { people, period, rights } = await review(ctx, { workplaceId: input.workplaceId, day })
  const wages: Column[] = [
    { header: words.t('column.extras'), as: 'money' },
    { header: words.t('column.gross'), as: 'money' },
    { header: words.t('column.currency'), as: 'text' },
  ]
  return {
    columns: [
      ...who(words),
      { header: words.t('column.from'), as: 'day' },
      { header: words.t('column.to'), as: 'day' },
      { header: words.t('column.hours'), as: 'hours' },
      { header: words.t('column.regular'), as: 'hours' },
      { header: words.t('column.overtime'), as: 'hours' },
      ...(rights.seeWages ? wages : []),
      { header: words.t('column.state'), as: 'text' },
    ],
    pages: onePage(
      reviewRows(people, input).map((one) => [
        ...[one.name, one.number, one.jobTitle, period.from, period.to],
        ...[one.paidMinutes, one.regularMinutes, one.overtimeMinutes],
        ...(rights.seeWages ? [money(one.extras), money(one.gross), one.gross?.currency ?? null] : []),
        words.state(one.state),
      ]),
    ),
  }
}

const week: Reader<'week'> = async ({ ctx, input, words }) => {
  const first = await overviewWeek(ctx, input)
  const { days, rights } = first
  const wages: Column[] = [
    { header: words.t('column.gross'), as: 'money' },
    { header: words.t('column.currency'), as: 'text' },
  ]
  return {
    columns: [
      { header: words.t('column.name'), as: 'text' },
      { header: words.t('column.number'), as: 'number' },
      ...days.map((header): Column => ({ header, as: 'hours' })),
      { header: words.t('column.clocked'), as: 'hours' },
      { header: words.t('column.hours'), as: 'hours' },
      { header: words.t('column.regular'), as: 'hours' },
      { header: words.t('column.overtime'), as: 'hours' },
      ...(rights.seeWages ? wages : []),
    ],
    pages: await allPages(
      async (cursor) => {
        const { people: items, nextCursor } = cursor ? await overviewWeek(ctx, { ...input, cursor }) : first
        return { items, nextCursor }
      },
      ({ name, number, days, sum }) => [
        ...[name, number, ...days.map(({ paid }) => paid)],
        ...[sum.actual, sum.paid, sum.regular, sum.overtime],
        ...(rights.seeWages ? [money(sum.amount), sum.amount?.currency ?? null] : []),
      ],
    ),
  }
}

const MINUTE = 60_000

const hours: Reader<'hours'> = async ({ ctx, input, place, words }) => ({
  columns: [
    ...who(words),
    { header: words.t('column.day'), as: 'day' },
    { header: words.t('column.in'), as: 'time' },
    { header: words.t('column.out'), as: 'time' },
    { header: words.t('column.breaks'), as: 'hours' },
    { header: words.t('column.hours'), as: 'hours' },
    { header: words.t('column.kind'), as: 'text' },
    { header: words.t('column.remark'), as: 'text' },
  ],
  pages: await allPages(
    (cursor) => entriesOf(ctx, { ...input, cursor }, ROWS),
    ({ startedAt, endedAt, ...one }) => [
      ...[one.name, one.number, one.jobTitle, dayOf(startedAt, place.timeZone)],
      ...[
        at(startedAt, place),
        at(endedAt, place),
        Math.floor(pausedMs(one, ctx.clock()) / MINUTE),
        one.minutes,
      ],
      ...[one.kind?.name ?? null, one.flag && words.t('remark')],
    ],
  ),
})

const payments: Reader<'payments'> = async ({ ctx, input, words }) => ({
  columns: [
    { header: words.t('column.paidOn'), as: 'day' },
    ...who(words),
    { header: words.t('column.from'), as: 'day' },
    { header: words.t('column.to'), as: 'day' },
    { header: words.t('column.method'), as: 'text' },
    { header: words.t('column.reference'), as: 'text' },
    { header: words.t('column.gross'), as: 'money' },
    { header: words.t('column.currency'), as: 'text' },
  ],
  pages: await allPages(
    (cursor) => paymentsPage(ctx, { ...input, cursor }, ROWS),
    (one) => [
      ...[one.paidOn, one.name, one.number, one.jobTitle, one.period.from, one.period.to],
      ...[words.method(one.method), one.reference, money(one.gross), one.gross.currency],
    ],
  ),
})

/** What each list reads, by the same services as its page: what is not the reader's does not exist there either. */
export const lists: { [List in ListName]: Reader<List> } = {
  ...{ people, now, review: reviewed, week, hours, payments },
}
