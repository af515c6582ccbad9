import 'server-only'
import { AppError } from '@/domain/errors'
import type { ActorContext } from '../context/context'
import { approvedBy } from '../context/led-by'
import { memberName, nameOf } from '../places/member-name'
import { requireLedWorkplace } from './board'

/** Whether the actor decides about the hours of a workplace. */
export async function decidesAt(ctx: ActorContext, workplaceId: string): Promise<boolean> {
  return (await ctx.db.place.count({ where: { id: workplaceId, ...approvedBy(ctx.actor) } })) > 0
}

/** A workplace about whose hours the actor decides; whoever only leads it is told so. */
export async function requireDecides(ctx: ActorContext, workplaceId: string) {
  const workplace = await requireLedWorkplace(ctx, workplaceId)
  if (!(await decidesAt(ctx, workplaceId))) throw new AppError('auth.not_allowed')
  return workplace
}

/** Somebody who works at a workplace, or did. */
export async function requirePerson(
  ctx: ActorContext,
  { workplaceId, userId }: { workplaceId: string; userId: string },
): Promise<{ name: string }> {
  const person = await ctx.db.employment.findFirst({
    where: { workplaceId, userId },
    select: { member: { select: memberName } },
  })
  if (!person) throw new AppError('request.not_found')
  return { name: nameOf(person.member) }
}
