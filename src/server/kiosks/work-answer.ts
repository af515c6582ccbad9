import 'server-only'
import { z } from 'zod'
import { ANSWER_SECONDS, firstNameOf } from '@/domain/kiosks'
import {
  type ClockAct,
  lastAct,
  SAME_SCAN_MS,
  type Standing,
  standingOf,
  TAKE_BACK_MS,
} from '@/domain/time-entries'
import { readTicket, signTicket } from '../auth/ticket'
import type { KioskContext } from '../context/context'
import { endedByItself, workplaceOf } from '../time-entries/clock'
import { workedThroughFrom } from '../time-entries/deducted'
import { lastEntry } from '../time-entries/entry'
import { workedToday } from '../time-entries/worked'

/** Who proved at this kiosk who they are, and by what. */
export interface Proved {
  userId: string
  method: 'FACE' | 'PIN'
  faceCheckId: string | null
}

const claimsSchema = z.strictObject({
  kioskId: z.uuid(),
  userId: z.uuid(),
  method: z.enum(['FACE', 'PIN']),
  faceCheckId: z.uuid().nullable(),
  /** What was clocked last when this was given out: that alone can be taken back with it. */
  lastAt: z.iso.datetime().nullable(),
})

const TICKET = 'work kiosk answer'

const MINUTE = 60_000

/** What somebody can say next, where they are asked. */
const nextActs: Record<Standing, ClockAct[]> = {
  out: ['in'],
  in: ['out', 'break_start'],
  on_break: ['break_end', 'out'],
}

/** Where somebody stands at this workplace. */
export async function standingHere(ctx: KioskContext, userId: string, now: Date) {
  const who = { workplaceId: ctx.kiosk.placeId, userId }
  const workplace = await workplaceOf(ctx.db, who)
  const found = await lastEntry(ctx.db, who)
  const last = (found && endedByItself(found, workplace.longestShiftMinutes, now)) ?? found
  const act = last && !last.flag ? lastAct(last) : null
  const since = act && now.getTime() - act.at.getTime()
  return {
    ...{ workplace, last, act, standing: standingOf(last) },
    /** They have just clocked: a second scan is the same one. */
    sameScan: since !== null && since <= SAME_SCAN_MS,
    takeBack: since !== null && since <= TAKE_BACK_MS ? act : null,
  }
}

export type WorkDone = 'clocked_in' | 'clocked_out' | 'break_started' | 'break_ended' | 'taken_back' | 'asked'

/** What the kiosk tells the person who stands before it: their name, where they stand, and the hours of today. */
export async function workAnswer(ctx: KioskContext, proved: Proved, kind: WorkDone) {
  const now = ctx.clock()
  const { userId } = proved
  const { workplace, last, act, standing, sameScan, takeBack } = await standingHere(ctx, userId, now)
  const { name } = await ctx.db.user.findUniqueOrThrow({ where: { id: userId }, select: { name: true } })
  const { placeId: workplaceId } = ctx.kiosk
  const { timeZone } = workplace.place
  const today = await workedToday(ctx.db, { workplaceId, userId, timeZone }, now)
  const flagged = { workplaceId, userId, flag: 'FORGOTTEN_OUT' as const, removedAt: null }
  const forgotten = await ctx.db.timeEntry.count({ where: flagged })
  const claims: z.infer<typeof claimsSchema> = {
    ...{ ...proved, kioskId: ctx.kiosk.id, lastAt: act?.at.toISOString() ?? null },
  }
  const through = await workedThroughFrom(ctx.db, { entry: last, timeZone, ...workplace }, now)
  const until = new Date(now.getTime() + ANSWER_SECONDS * 1000)
  return {
    ...{ kind, standing, firstName: firstNameOf(name), minutesToday: Math.floor(today / MINUTE) },
    at: act?.at ?? null,
    acts: kind === 'asked' && !sameScan ? nextActs[standing] : [],
    kinds: workplace.kinds,
    mayHaveWorkedThrough: through !== null && through <= now,
    takeBack,
    forgotten: forgotten > 0,
    ticket: signTicket(ctx.settings.ticketKey, TICKET, claims, until),
  }
}
export type WorkKioskAnswer = Awaited<ReturnType<typeof workAnswer>>

/** Who was given a ticket at this kiosk a moment ago; null for any other. */
export function provedBy(ctx: KioskContext, ticket: string) {
  const now = ctx.clock()
  const claims = readTicket(ctx.settings.ticketKey, TICKET, ticket, { schema: claimsSchema, now })
  return claims?.kioskId === ctx.kiosk.id ? claims : null
}
