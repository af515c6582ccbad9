import 'server-only'
import { AppError } from '@/domain/errors'
import type { ActorContext } from '../context/context'
import { approvedBy, ledBy, paidBy } from '../context/led-by'
import type { TxContext } from '../context/tx-context'
import type { Place } from '../db/generated/client'
import { lockLed } from '../places/lock'

/** Those who may do something besides an owner: whoever decides about hours, or whoever does or pays them. */
const entitled = {
  MANAGER: approvedBy,
  MANAGER_OR_PAYER: (actor: ActorContext['actor']) => ({ OR: [approvedBy(actor), paidBy(actor)] }),
} as const

interface Wanted {
  workplaceId: string
  mode: 'SHARE' | 'UPDATE'
  as?: 'OWNER' | keyof typeof entitled
}

/** Holds a workplace that the actor leads at this moment, with the right that is wanted; any other does not exist to them. */
export async function lockWorkplace(
  ctx: Pick<TxContext<ActorContext>, 'tx' | 'actor'>,
  { workplaceId: id, mode, as }: Wanted,
): Promise<Place> {
  const place = await lockLed(ctx, { placeId: id, mode, ...(as === 'OWNER' && { as }) })
  if (place.kind !== 'WORKPLACE') throw new AppError('request.not_found')
  if (as && as !== 'OWNER' && (await ctx.tx.place.count({ where: { id, ...entitled[as](ctx.actor) } })) === 0)
    throw new AppError('payPeriods.right_missing')
  return place
}

/** The same, where something is to begin there. */
export async function lockActiveWorkplace(...args: Parameters<typeof lockWorkplace>): Promise<Place> {
  const place = await lockWorkplace(...args)
  if (place.archivedAt) throw new AppError('workplaces.archived')
  return place
}

/** The workplace if the actor leads it, with what they may do there. */
export async function requireWorkplace(ctx: ActorContext, { workplaceId }: { workplaceId: string }) {
  const found = await ctx.db.workplace.findFirst({
    where: { id: workplaceId, place: ledBy(ctx.actor) },
    include: { place: { include: { leaders: { where: { userId: ctx.actor.id } } } } },
  })
  const [leader] = found?.place.leaders ?? []
  if (!found || !leader) throw new AppError('request.not_found')
  const { place, ...workplace } = found
  const owns = leader.role === 'OWNER'
  const may = {
    mayApprove: owns || leader.mayApprove,
    seesWages: owns || leader.seesWages,
    mayPay: owns || leader.mayPay,
  }
  return { ...workplace, place, owns, may }
}
