import 'server-only'
import { z } from 'zod'
import type { AttendanceStatus } from '@/domain/attendance'
import { AppError } from '@/domain/errors'
import { ANSWER_SECONDS, firstNameOf, JUST_NOW_SECONDS } from '@/domain/kiosks'
import { readTicket, signTicket } from '../auth/ticket'
import { applyClocking } from '../clocking/clocking'
import type { ClockAnswer } from '../clocking/occasion-rules'
import type { KioskContext } from '../context/context'
import { transact } from '../live/publish'

/** What the kiosk tells the person who stands before it, and nobody else: first name, what happened, and when. */
export interface KioskAnswer {
  kind: 'clocked_in' | 'returned' | 'clocked_out' | 'here' | 'left'
  firstName: string
  status: AttendanceStatus
  clockedInAt: Date | null
  clockedOutAt: Date | null
  /** Where the person is asked what they want: what their answer is sent with. */
  ticket: string | null
}

export interface Recognised {
  userId: string
  sessionId: string
  faceCheckId: string
}

/** What the kiosk asks: of whoever is in whether they leave, of whoever has left whether they are back. */
export interface Question {
  kind: 'here' | 'left'
  record: Pick<ClockAnswer, 'status' | 'clockedInAt' | 'clockedOutAt'>
}

const claimsSchema = z.strictObject({
  kioskId: z.uuid(),
  userId: z.uuid(),
  sessionId: z.uuid(),
  faceCheckId: z.uuid(),
  direction: z.enum(['in', 'out']),
})

const TICKET = 'kiosk answer'

async function nameOf(ctx: KioskContext, userId: string): Promise<string> {
  const { name } = await ctx.db.user.findUniqueOrThrow({ where: { id: userId }, select: { name: true } })
  return firstNameOf(name)
}

/** Nothing has changed yet, because whoever only passes by must not be clocked out: the person is asked. */
export async function question(
  ctx: KioskContext,
  recognised: Recognised,
  { kind, record: { status, clockedInAt, clockedOutAt } }: Question,
  now: Date,
): Promise<KioskAnswer> {
  const firstName = await nameOf(ctx, recognised.userId)
  const since = kind === 'here' ? clockedInAt : clockedOutAt
  const justNow = since !== null && now.getTime() - since.getTime() < JUST_NOW_SECONDS * 1000
  if (justNow) return { kind, firstName, status, clockedInAt, clockedOutAt, ticket: null }
  const direction = kind === 'here' ? 'out' : 'in'
  const until = new Date(now.getTime() + ANSWER_SECONDS * 1000)
  const claims: z.infer<typeof claimsSchema> = { kioskId: ctx.kiosk.id, ...recognised, direction }
  const ticket = signTicket(ctx.settings.ticketKey, TICKET, claims, until)
  return { kind, firstName, status, clockedInAt, clockedOutAt, ticket }
}

/** What was done. */
export async function kioskAnswer(
  ctx: KioskContext,
  userId: string,
  answer: ClockAnswer,
): Promise<KioskAnswer> {
  const { kind, ...record } = answer
  const kinds = { already_in: 'here', already_out: 'left' } as const
  const said = kind === 'already_in' || kind === 'already_out' ? kinds[kind] : kind
  return { ...record, kind: said, firstName: await nameOf(ctx, userId), ticket: null }
}

/** The person who was just recognised at this kiosk says that they leave, or that they are back. */
export async function answerKiosk(ctx: KioskContext, input: { ticket: string }): Promise<KioskAnswer> {
  const now = ctx.clock()
  const claims = readTicket(ctx.settings.ticketKey, TICKET, input.ticket, { schema: claimsSchema, now })
  if (claims?.kioskId !== ctx.kiosk.id) throw new AppError('kiosks.answered_late')
  const { userId, sessionId, faceCheckId, direction } = claims
  const answer = await transact(
    ctx,
    async (ctx) => {
      const { tx } = ctx
      const occasion = { kind: 'session' as const, placeId: ctx.kiosk.placeId, sessionId }
      const clocking = { occasion, userId, direction, method: 'FACE' as const }
      const done = await applyClocking<'session'>(ctx, clocking)
      if (direction === 'out')
        await tx.faceCheck.updateMany({ where: { id: faceCheckId }, data: { purpose: 'CLOCK_OUT' } })
      return done
    },
    now,
  )
  return kioskAnswer(ctx, userId, answer)
}
