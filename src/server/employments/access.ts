import 'server-only'
import { AppError } from '@/domain/errors'
import type { ActorContext } from '../context/context'
import { ledBy } from '../context/led-by'
import { requireWorkplace } from '../workplaces/access'

/** An employment at a workplace that the actor leads, and what they may do there; any other does not exist to them. */
export async function requireEmployment(ctx: ActorContext, { employmentId }: { employmentId: string }) {
  const employment = await ctx.db.employment.findFirst({
    where: { id: employmentId, workplace: { place: ledBy(ctx.actor) } },
    include: { member: { include: { user: true, pin: true } } },
  })
  if (!employment) throw new AppError('request.not_found')
  const { place, may, currency } = await requireWorkplace(ctx, employment)
  return { employment, place, may, currency }
}

/** The same for whoever sees wages there. */
export async function requireWages(ctx: ActorContext, input: { employmentId: string }) {
  const found = await requireEmployment(ctx, input)
  if (!found.may.seesWages) throw new AppError('workplaces.wages_not_yours')
  return found
}
