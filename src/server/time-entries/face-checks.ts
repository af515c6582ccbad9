import 'server-only'
import { dayOf } from '@/domain/time'
import { type Weekday, weekOf } from '@/domain/weeks'
import { startOfDay } from '@/domain/zoned-time'
import type { ActorContext } from '../context/context'
import { shownChecks } from '../face-checks/shown'
import { requireDecides, requirePerson } from './people'
import { requireWorkedAt } from './today'

interface Wanted {
  workplaceId: string
  /** Any day of the week; today where none is named. */
  day?: string | undefined
}

interface WeekAt {
  workplace: { weekStart: Weekday; place: { id: string; timeZone: string } }
  userId: string
  day: string | undefined
}

/** By the clock of the workplace; those that led to no entry are among them. */
async function ofWeek(ctx: ActorContext, { workplace, userId, day }: WeekAt) {
  const { id: placeId, timeZone } = workplace.place
  const days = weekOf(day ?? dayOf(ctx.clock(), timeZone), workplace.weekStart)
  const [from = '', to = ''] = [days.at(0), days.at(-1)]
  const at = { gte: startOfDay(from, timeZone), lt: startOfDay(to, timeZone, 1) }
  const faceChecks = await shownChecks(ctx.db, { placeId, userId, at })
  return { faceChecks, evidenceDays: ctx.settings.evidenceDays }
}

/** Every attempt of somebody to be recognised at a workplace in a week, for whoever decides about hours there. */
export async function faceChecksOf(ctx: ActorContext, input: Wanted & { userId: string }) {
  const { workplaceId, userId, day } = input
  const workplace = await requireDecides(ctx, workplaceId)
  await requirePerson(ctx, { workplaceId, userId })
  return ofWeek(ctx, { workplace, userId, day })
}

/** The same of one's own. */
export async function ownFaceChecks(ctx: ActorContext, { workplaceId, day }: Wanted) {
  const workplace = await requireWorkedAt(ctx, workplaceId)
  return ofWeek(ctx, { workplace, userId: ctx.actor.id, day })
}
