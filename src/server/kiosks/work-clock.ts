import 'server-only'
import { AppError } from '@/domain/errors'
import type { ClockAct } from '@/domain/time-entries'
import { lastAct, takeBack } from '@/domain/time-entries'
import type { KioskContext } from '../context/context'
import type { TxContext } from '../context/tx-context'
import type { FaceCheckResult } from '../face-checks/check'
import { takeBackOnError } from '../face-checks/locks'
import { refusalOr, saveFaceCheck } from '../face-checks/save'
import { transact } from '../live/publish'
import { applyAct, type WorkWish } from '../time-entries/clock'
import { lastEntry, lockHours, withTimes } from '../time-entries/entry'
import { saveEntry } from '../time-entries/save'
import { identifyPerson } from './identify-person'
import { requirePin } from './pin'
import { asKioskRefusal } from './refusals'
import type { StepUpInput } from './step-up'
import { verifyNumber } from './verify-number'
import {
  type Proved,
  provedBy,
  standingHere,
  type WorkDone,
  type WorkKioskAnswer,
  workAnswer,
} from './work-answer'
import { workAt, workplaceHere } from './work-place'

const doneBy: Record<ClockAct, WorkDone> = {
  in: 'clocked_in',
  out: 'clocked_out',
  break_start: 'break_started',
  break_end: 'break_ended',
}

/**
 * Somebody steps up to the kiosk of their workplace: whoever is out is clocked in; whoever is in is asked. Times are the
 * server's.
 */
export function workStepUp(ctx: KioskContext, input: StepUpInput): Promise<WorkKioskAnswer> {
  const now = ctx.clock()
  return asKioskRefusal(ctx, { now, number: input.number }, byFace(ctx, input, now))
}

async function byFace(ctx: KioskContext, { frames, number }: StepUpInput, now: Date) {
  const workplace = await workplaceHere(ctx)
  if (!workplace) throw new AppError('kiosks.not_registered')
  if (!workplace.faceClocking) throw new AppError('timeEntries.face_off_here')
  const seen = { frames, occasion: workAt(ctx), now }
  const check = number === undefined ? await identifyPerson(ctx, seen) : await verifyNumber(ctx, number, seen)
  const proved = { userId: check.subject.userId, method: 'FACE' as const }
  return takeBackOnError(ctx, check.begun, () => greet(ctx, proved, check, now))
}

/** The same with a number and its PIN, without a face. */
export async function workByPin(
  ctx: KioskContext,
  input: { number: number; pin: string },
): Promise<WorkKioskAnswer> {
  if (!(await workplaceHere(ctx))) throw new AppError('kiosks.not_registered')
  const { userId } = await requirePin(ctx, input)
  return greet(ctx, { userId, method: 'PIN' }, null, ctx.clock())
}

/** Clocks in whoever is out; of whoever is in nothing changes yet, so no picture is kept either. */
async function greet(
  ctx: KioskContext,
  { userId, method }: Omit<Proved, 'faceCheckId'>,
  check: FaceCheckResult | null,
  now: Date,
): Promise<WorkKioskAnswer> {
  const { standing, sameScan, workplace } = await standingHere(ctx, userId, now)
  const atOnce = standing === 'out' && !sameScan && workplace.kinds.length <= 1
  const { faceCheckId, refused } = await transact(
    ctx,
    async (ctx) => {
      const saved = check && (await saveFaceCheck(ctx, atOnce ? check : { ...check, snapshot: null }))
      const clocked = atOnce ? await refusalOr(clock(ctx, { userId, method, what: 'in' })) : null
      return {
        faceCheckId: saved?.id ?? null,
        refused: saved?.refused ?? (clocked instanceof AppError ? clocked : null),
      }
    },
    now,
  )
  if (refused) throw refused
  return workAnswer(ctx, { userId, method, faceCheckId }, atOnce ? 'clocked_in' : 'asked')
}

function clock(
  ctx: TxContext<KioskContext>,
  act: { userId: string; method: Proved['method']; what: ClockAct } & Pick<
    WorkWish,
    'kindId' | 'workedThrough'
  >,
) {
  return applyAct(ctx, { workplaceId: ctx.kiosk.placeId, ...act })
}

/** What was clocked last, as it was when the ticket was given out, never was. */
async function undo(ctx: TxContext<KioskContext>, userId: string, lastAt: string | null): Promise<void> {
  const { tx, now, kiosk } = ctx
  await lockHours(tx, userId)
  const before = await lastEntry(tx, { workplaceId: kiosk.placeId, userId })
  if (!before || before.flag || lastAct(before).at.toISOString() !== lastAt)
    throw new AppError('timeEntries.too_late')
  const taken = takeBack(before, now)
  if (taken.kind === 'too_late') throw new AppError('timeEntries.too_late')
  const after =
    taken.kind === 'removed'
      ? { ...before, removedAt: now }
      : {
          ...withTimes(before, taken.entry),
          ...(before.endedAt && { outMethod: null, outSite: null, outDistance: null, workedThrough: false }),
        }
  await saveEntry(ctx, { before, after, actorId: userId })
}

/** The person who was just recognised at this kiosk says what they want. */
export async function workAct(
  ctx: KioskContext,
  input: { ticket: string; act: ClockAct | 'take_back' } & Pick<WorkWish, 'kindId' | 'workedThrough'>,
): Promise<WorkKioskAnswer> {
  const { ticket, act, kindId, workedThrough } = input
  const claims = provedBy(ctx, ticket)
  if (!claims) throw new AppError('kiosks.answered_late')
  const { userId, method, faceCheckId, lastAt } = claims
  await transact(ctx, async (ctx) => {
    if (act === 'take_back') return undo(ctx, userId, lastAt)
    await clock(ctx, { userId, method, what: act, kindId, workedThrough })
    if (act === 'out' && faceCheckId)
      await ctx.tx.faceCheck.updateMany({ where: { id: faceCheckId }, data: { purpose: 'CLOCK_OUT' } })
  })
  const kind = act === 'take_back' ? 'taken_back' : doneBy[act]
  return workAnswer(ctx, { userId, method, faceCheckId }, kind)
}
