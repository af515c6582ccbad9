import 'server-only'
import { AppError } from '@/domain/errors'
import { type ExceptionSetting, exceptionSettings } from '@/domain/exceptions'
import { exceptionSettingsSchema } from '@/domain/exceptions-schema'
import { dayText, type Weekday } from '@/domain/weeks'
import type { ActorContext } from '../context/context'
import { approvedBy, paidBy, wagesSeenBy } from '../context/led-by'
import type { TxContext } from '../context/tx-context'
import type { Leader, Prisma } from '../db/generated/client'
import type { PayCycle } from '../db/generated/enums'
import type { Database } from '../db/prisma'

/** What of a workplace decides about pay. */
export interface PayPlace {
  id: string
  name: string
  timeZone: string
  currency: string
  weekStart: Weekday
  cycle: PayCycle
  /** The first day of any of its periods. */
  first: string
  country: string
  longestShiftMinutes: number
  exceptions: ExceptionSetting[]
}

/** What somebody may do about the hours and the pay of a workplace. */
export interface PayRights {
  approve: boolean
  seeWages: boolean
  pay: boolean
}

export const payPlaceFields = {
  id: true,
  name: true,
  timeZone: true,
  workplace: true,
} satisfies Prisma.PlaceSelect

type Found = Prisma.PlaceGetPayload<{ select: typeof payPlaceFields }>

export function payPlaceOf({ id, name, timeZone, workplace }: Found): PayPlace {
  if (!workplace) throw new AppError('request.not_found')
  const { currency, weekStart, payCycle: cycle, firstPeriod, country, longestShiftMinutes } = workplace
  return {
    ...{ id, name, timeZone, currency, weekStart, cycle, country, longestShiftMinutes },
    first: dayText(firstPeriod),
    exceptions: exceptionSettings(exceptionSettingsSchema.parse(workplace.exceptions)),
  }
}

type Leading = Pick<Leader, 'role' | 'mayApprove' | 'seesWages' | 'mayPay'>

/** What a leader may do there. */
export function rightsOf(leader: Leading | undefined): PayRights {
  const may = (right: boolean | undefined) => leader?.role === 'OWNER' || right === true
  return { approve: may(leader?.mayApprove), seeWages: may(leader?.seesWages), pay: may(leader?.mayPay) }
}

const someRight = (ctx: Pick<ActorContext, 'actor'>): Prisma.PlaceWhereInput => ({
  OR: [approvedBy(ctx.actor), wagesSeenBy(ctx.actor)],
})

/** The workplace where the person approves hours, sees wages or pays; to everybody else it does not exist. */
export async function seenWorkplace(
  ctx: ActorContext,
  { workplaceId: id }: { workplaceId: string },
): Promise<{ place: PayPlace; rights: PayRights }> {
  const leader = { where: { userId: ctx.actor.id } }
  const found = await ctx.db.place.findFirst({
    where: { id, ...someRight(ctx) },
    select: { ...payPlaceFields, leaders: leader },
  })
  const [own] = found?.leaders ?? []
  if (!found || !own) throw new AppError('request.not_found')
  return { place: payPlaceOf(found), rights: rightsOf(own) }
}

const rightsBy = { approve: approvedBy, seeWages: wagesSeenBy, pay: paidBy } as const

/** The same for whoever has this right there at this moment, held until the transaction ends. */
export async function lockRight(
  { tx, actor }: TxContext<ActorContext>,
  { workplaceId: id }: { workplaceId: string },
  right: keyof typeof rightsBy,
): Promise<PayPlace> {
  await tx.$queryRaw`
    SELECT 1 FROM "Leader" WHERE "placeId" = ${id}::uuid AND "userId" = ${actor.id}::uuid FOR SHARE`
  const found = await tx.place.findFirst({ where: { id, ...rightsBy[right](actor) }, select: payPlaceFields })
  if (found) return payPlaceOf(found)
  const seen = await tx.place.count({ where: { id, ...someRight({ actor }) } })
  throw new AppError(seen ? 'payPeriods.right_missing' : 'request.not_found')
}

/** The workplace of an employment of somebody's own. */
export async function ownEmployment(
  db: Database,
  { employmentId: id, userId }: { employmentId: string; userId: string },
): Promise<PayPlace> {
  const found = await db.employment.findFirst({
    where: { id, userId },
    select: { workplace: { select: { place: { select: payPlaceFields } } } },
  })
  if (!found) throw new AppError('request.not_found')
  return payPlaceOf(found.workplace.place)
}
