import 'server-only'
import { AppError } from '@/domain/errors'
import { daysOfMonth, monthsBetween } from '@/domain/months'
import { dayOf } from '@/domain/time'
import { dayDate, dayText } from '@/domain/weeks'
import { hashOf, isToken } from '../auth/tokens'
import type { ServiceContext } from '../context/context'
import { runningRole } from '../context/led-by'
import type { Prisma } from '../db/generated/client'
import type { Database } from '../db/prisma'
import { countTry } from '../limits/limits'
import { transact } from '../live/publish'

const fields = {
  ...{
    id: true,
    name: true,
    workplaceId: true,
    createdById: true,
    from: true,
    to: true,
    wages: true,
    expiresAt: true,
  },
  workplace: {
    select: { country: true, currency: true, place: { select: { name: true, timeZone: true } } },
  },
} satisfies Prisma.InspectionSelect

type Found = Prisma.InspectionGetPayload<{ select: typeof fields }>

/** What an inspector may look at with a link. */
export interface Opened extends Found {
  /** Those that have begun, the latest first. */
  months: string[]
}

function monthsOf({ from, to, workplace }: Found, now: Date): string[] {
  const today = dayOf(now, workplace.place.timeZone).slice(0, 7)
  const months = monthsBetween(dayText(from).slice(0, 7), dayText(to).slice(0, 7))
  return months.filter((month) => month <= today)
}

/**
 * The accesses that somebody gave who may: whoever owns the workplace no longer, or whose account does not count, has no way
 * left into its records, by a link that they kept either.
 */
export async function givenByOwners(db: Database, workplaceId: string) {
  const owners = await db.leader.findMany({
    where: {
      ...{ placeId: workplaceId, role: 'OWNER' },
      user: { disabledAt: null, roles: { has: runningRole.WORKPLACE } },
    },
    select: { userId: true },
  })
  return {
    workplaceId,
    createdById: { in: owners.map(({ userId }) => userId) },
  } satisfies Prisma.InspectionWhereInput
}

async function findInspection({ db, clock }: ServiceContext, link: string): Promise<Found | null> {
  const found = await db.inspection.findFirst({
    where: { linkHash: hashOf(link), revokedAt: null, expiresAt: { gt: clock() } },
    select: fields,
  })
  if (!found) return null
  const { createdById } = await givenByOwners(db, found.workplaceId)
  return createdById.in.includes(found.createdById) ? found : null
}

/** The access that a link gives at this moment: anything else that a link may be is told apart by nothing. */
export async function openInspection(ctx: ServiceContext, link: string): Promise<Opened> {
  const found = isToken(link) ? await findInspection(ctx, link) : null
  if (!found) {
    await countTry(ctx.db, 'inspection link', ctx.address)
    throw new AppError('inspections.link_dead')
  }
  await countTry(ctx.db, 'inspection', found.id)
  return { ...found, months: monthsOf(found, ctx.clock()) }
}

/** A month that the access opens; any other does not exist. */
export function openedMonth({ months }: Opened, month: string): string {
  if (!months.includes(month)) throw new AppError('request.not_found')
  return month
}

/** Those who were employed on a day of the month. */
export function employedIn({ workplaceId }: Opened, month: string): Prisma.EmploymentWhereInput {
  const { from, to } = daysOfMonth(month)
  return {
    ...{ workplaceId, startedOn: { lte: dayDate(to) } },
    OR: [{ endedOn: null }, { endedOn: { gte: dayDate(from) } }],
  }
}

interface Look {
  /** The first and the last month. */
  from: string
  to: string
  employmentId: string | null
  as: 'PAGE' | 'PDF' | 'CSV'
}

/** Each look is in the ledger before anything is shown. */
export function noteLook(ctx: ServiceContext, { id, workplaceId }: Opened, look: Look): Promise<void> {
  return transact(ctx, async ({ tx, now, change }) => {
    await tx.inspection.update({ where: { id }, data: { lastUsedAt: now } })
    change({
      ...{ subject: 'inspection look', subjectId: id, actorId: null, placeId: workplaceId },
      ...{ before: null, after: look },
    })
  })
}
