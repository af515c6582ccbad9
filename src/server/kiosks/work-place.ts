import 'server-only'
import { workCodeDigits } from '@/domain/session-code'
import { standingOf } from '@/domain/time-entries'
import { shownCode } from '../auth/shown-code'
import type { KioskContext } from '../context/context'
import type { Occasions } from '../face-checks/occasion'
import { identifies } from './state'

/** Work at the place of this kiosk as what people clock for. */
export const workAt = ({ kiosk }: KioskContext): Occasions['work'] => ({
  kind: 'work',
  placeId: kiosk.placeId,
})

/** The workplace at whose door the kiosk stands; null where it stands at a class's, or people work there no more. */
export function workplaceHere(ctx: KioskContext) {
  return ctx.db.workplace.findFirst({
    where: { id: ctx.kiosk.placeId, place: { archivedAt: null } },
    select: { faceClocking: true, codeGuessedAt: true },
  })
}

/** What the kiosk of a workplace shows while nobody stands before it: who is there as numbers, and the code. */
export async function workState(ctx: KioskContext, now: Date) {
  const workplace = await workplaceHere(ctx)
  if (!workplace) return null
  const workplaceId = ctx.kiosk.placeId
  const open = await ctx.db.timeEntry.findMany({
    where: { workplaceId, endedAt: null, removedAt: null },
    select: { startedAt: true, endedAt: true, breaks: { select: { startedAt: true, endedAt: true } } },
  })
  const { code, validUntil } = shownCode(
    ctx,
    { of: workplaceId, digits: workCodeDigits(workplace, now) },
    now,
  )
  return {
    face: workplace.faceClocking,
    identifies: workplace.faceClocking && (await identifies(ctx, workAt(ctx))),
    ...{ code, codeUntil: validUntil },
    here: open.filter((entry) => standingOf(entry) === 'in').length,
    onBreak: open.filter((entry) => standingOf(entry) === 'on_break').length,
  }
}
