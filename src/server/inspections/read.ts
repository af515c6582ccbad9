import 'server-only'
import { compareNames } from '@/domain/board'
import { AppError } from '@/domain/errors'
import { daysOfMonth } from '@/domain/months'
import { dayDate, dayText } from '@/domain/weeks'
import type { ServiceContext } from '../context/context'
import type { Database } from '../db/prisma'
import { pausedIn, workedIn } from '../exports/record-pdf'
import { ofMonth, recordedEntry, recordedFields } from '../exports/recorded'
import { memberName, nameOf } from '../places/member-name'
import { employedIn, noteLook, type Opened, openedMonth, openInspection } from './look'

interface Look {
  link: string
  /** The latest where none is named. */
  month?: string | undefined
  /** Whose days are shown; nobody's where none is named. */
  employmentId?: string | undefined
}

/** The records of a month as an inspector sees them: everybody's hours, and somebody's days. */
export async function look(ctx: ServiceContext, { link, month: asked, employmentId }: Look) {
  const opened = await openInspection(ctx, link)
  const { name, workplace, months, expiresAt, wages } = opened
  const { place, ...terms } = workplace
  const [latest] = months
  const month = asked ?? latest
  const shown = {
    ...{ name, workplace: { ...place, ...terms }, months, expiresAt, wages },
    ...{ month: month ?? null, people: [], person: null },
  }
  if (month === undefined) return shown
  openedMonth(opened, month)
  const people = await peopleIn(ctx.db, opened, month)
  const found = people.find((one) => one.employmentId === employmentId)
  if (employmentId !== undefined && !found) throw new AppError('request.not_found')
  await noteLook(ctx, opened, { from: month, to: month, employmentId: employmentId ?? null, as: 'PAGE' })
  if (!found) return { ...shown, people: people.map(({ entries: _, ...one }) => one) }
  const { entries, ...person } = found
  const pay = wages ? await payOf(ctx.db, found.employmentId, month) : null
  return { ...shown, person: { ...person, entries, pay } }
}

/** Everybody of a month with their hours, by name. */
export async function peopleIn(db: Database, opened: Opened, month: string) {
  const { place } = opened.workplace
  const employments = await db.employment.findMany({
    where: employedIn(opened, month),
    select: {
      ...{ id: true, jobTitle: true, externalNumber: true },
      member: { select: { number: true, ...memberName } },
      entries: {
        where: ofMonth(month, place.timeZone),
        orderBy: [{ startedAt: 'asc' }, { id: 'asc' }],
        select: { id: true, ...recordedFields },
      },
    },
  })
  return employments
    .map(({ id: employmentId, member, entries, jobTitle, externalNumber }) => {
      const recorded = entries.map((entry) => {
        const one = recordedEntry(entry)
        const breaks = [...one.breaks]
        return { ...one, breaks, id: entry.id, pausedMinutes: pausedIn(one), minutes: workedIn(one) }
      })
      return {
        ...{ employmentId, jobTitle, externalNumber, number: member.number, name: nameOf(member) },
        ...{ entries: recorded, minutes: recorded.reduce((sum, { minutes }) => sum + minutes, 0) },
      }
    })
    .sort((a, b) => compareNames({ ...a, id: a.employmentId }, { ...b, id: b.employmentId }))
}

/** What was paid for the periods that end in a month, and the rates that held in it. */
async function payOf(db: Database, employmentId: string, month: string) {
  const { from, to } = daysOfMonth(month)
  const [payments, rates] = await Promise.all([
    db.payment.findMany({
      where: { employmentId, period: { to: { gte: dayDate(from), lte: dayDate(to) } } },
      orderBy: { createdAt: 'asc' },
      select: {
        ...{ id: true, paidOn: true, grossMinor: true, currency: true },
        period: { select: { from: true, to: true } },
      },
    }),
    db.rate.findMany({
      where: { employmentId, supersededAt: null, from: { lte: dayDate(to) } },
      orderBy: [{ from: 'desc' }, { id: 'asc' }],
      select: { id: true, from: true, minorPerHour: true, kind: { select: { name: true } } },
    }),
  ])
  return {
    payments: payments.map(({ id, paidOn, grossMinor, currency, period }) => ({
      ...{ id, paidOn: dayText(paidOn), gross: { amount: Number(grossMinor), currency } },
      ...{ from: dayText(period.from), to: dayText(period.to) },
    })),
    rates: rates.map(({ id, from, minorPerHour, kind }) => ({
      ...{ id, from: dayText(from), minorPerHour, kind: kind?.name ?? null },
    })),
  }
}
