import 'server-only'
import { AppError, type ErrorCode } from '@/domain/errors'
import { PAD_THRESHOLD } from '@/domain/face/thresholds'
import { applyClocking, prepareClocking } from '../clocking/clocking'
import type { ClockAnswer, Clocking } from '../clocking/occasion-rules'
import type { ActorContext } from '../context/context'
import type { FaceCheckOutcome, LivenessPolicy, RollCallBand } from '../db/generated/enums'
import type { FaceCheckResult } from '../face-checks/check'
import { type Occasions, occasionColumns } from '../face-checks/occasion'
import { lookAtBurst } from '../face-checks/read'
import { refusalOr, saveFaceCheck } from '../face-checks/save'
import { kioskGallery } from '../kiosks/gallery'
import { countTry } from '../limits/limits'
import { transact } from '../live/publish'
import { requireOpen } from '../sessions/require-open'
import { ownSession } from '../sessions/service'
import { type Decided, type Decision, decideWho } from './decide'
import type { Identified } from './output'

interface IdentifyInput {
  sessionId: string
  frames: Blob[]
  /** Whether somebody who is sure is clocked in. */
  mark: boolean
}

interface Look extends Pick<Decided, 'threshold' | 'calibrationId'> {
  occasion: Occasions['session']
  liveness: LivenessPolicy
  model: string
  pad: boolean
  snapshots: (Buffer | null)[]
  now: Date
}

const nobody: Identified = { band: 'NONE', person: null, others: [], clocked: null, reason: null }

/**
 * One to many, for whoever leads the class of an open session: who of the class these pictures of one person show. The
 * pictures are forgotten; a mark keeps one as evidence, as a clock-in does. Times are the server's.
 * @throws AppError the problem of the pictures; `face.not_live`; `request.too_many`, by the limit of roll calls.
 */
export async function identifyInSession(ctx: ActorContext, input: IdentifyInput): Promise<Identified> {
  const now = ctx.clock()
  const { schoolClass, ...session } = await ownSession(ctx, input.sessionId)
  requireOpen(session)
  const { liveness } = schoolClass
  const occasion: Occasions['session'] = { kind: 'session', placeId: session.classId, sessionId: session.id }
  const engine = await ctx.faceEngine()
  const { recogniser: model } = engine
  const pad = engine.pad && liveness !== 'OFF'
  await countTry(ctx.db, 'roll call photo', ctx.actor.id)
  const gallery = await kioskGallery(ctx, { occasion, model })
  const { frames, snapshots } = await lookAtBurst(engine, input.frames, pad)
  const { decision, ...by } = await decideWho(ctx, { model, gallery, frames })
  const look: Look = { occasion, liveness, model, pad, snapshots, now, ...by }
  if ('outcome' in decision) {
    await keepCount(ctx, look, { outcome: decision.outcome, reason: decision.reason, band: null })
    throw new AppError(decision.reason)
  }
  if (decision.band === 'SURE') return named(ctx, look, decision, input.mark)
  const band = decision.band === 'UNSURE' ? 'LIKELY' : 'UNKNOWN'
  await keepCount(ctx, look, { outcome: 'NOT_MATCHED', reason: 'kiosks.unknown', band })
  return decision.band === 'UNSURE' ? proposed(ctx, decision) : nobody
}

interface Count {
  outcome: FaceCheckOutcome
  reason: ErrorCode
  band: RollCallBand | null
}

/** Of somebody who is not surely known nothing is kept, but that somebody was asked about. */
async function keepCount(ctx: ActorContext, look: Look, count: Count): Promise<void> {
  const { occasion, liveness, model, pad, threshold, calibrationId, now } = look
  await ctx.db.faceCheck.create({
    data: {
      ...{ ...occasionColumns(occasion), purpose: 'ROLL_CALL', ...count, model, threshold, calibrationId },
      ...{ liveThreshold: pad ? PAD_THRESHOLD : null, liveness, at: now },
    },
  })
}

async function namesOf(ctx: ActorContext, ids: string[]) {
  const people = await ctx.db.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } })
  return ids.flatMap((id) => people.find((person) => person.id === id) ?? [])
}

async function proposed(
  ctx: ActorContext,
  { personId, otherIds }: Extract<Decision, { band: 'UNSURE' }>,
): Promise<Identified> {
  const [person = null, ...others] = await namesOf(ctx, [personId, ...otherIds])
  return { ...nobody, band: 'UNSURE', person, others }
}

/** Somebody is surely known: told, and clocked in where that was asked for and nothing stands against it. */
async function named(
  ctx: ActorContext,
  look: Look,
  { found, person: { id, consentId } }: Extract<Decision, { band: 'SURE' }>,
  mark: boolean,
): Promise<Identified> {
  const { occasion, liveness, snapshots, now, ...by } = look
  // In a class that asks for movements a picture alone marks nobody.
  const marks = mark && liveness !== 'CHALLENGE'
  const clocking: Clocking<'session'> = {
    ...{ occasion, userId: id, direction: 'in', method: 'FACE', actorId: ctx.actor.id },
  }
  const stands = marks ? await whatStands(ctx, clocking, now) : null
  const { comparison, live, frame } = found
  const check: FaceCheckResult = {
    ...by,
    subject: { userId: id, purpose: marks ? 'CLOCK_IN' : 'ROLL_CALL', occasion, liveness },
    decision: { outcome: 'MATCHED', reason: null, frame, similarity: comparison.score, comparison, live },
    snapshot: marks && !stands ? (snapshots[frame] ?? null) : null,
    ...{ course: null, consentId, begun: [] },
  }
  const outcome = await transact(
    ctx,
    async (ctx) => {
      const { refused } = await saveFaceCheck(ctx, check)
      if (refused || stands || !marks) return refused ?? stands
      return refusalOr(applyClocking(ctx, clocking))
    },
    now,
  ).catch((error: unknown) => {
    // They withdrew, or were switched off, while the pictures were looked at: then nobody is named.
    if (error instanceof AppError) return 'gone' as const
    throw error
  })
  if (outcome === 'gone') return nobody
  const [person = null] = await namesOf(ctx, [id])
  const refused = outcome instanceof AppError ? outcome.code : null
  const reason = mark && !marks ? ('challenge.needed' as const) : refused
  return {
    ...{ band: 'SURE', person, others: [], reason },
    clocked: outcome instanceof AppError ? null : outcome,
  }
}

/** Whoever is in already, or has left, only passes by: nothing changes. A refusal is one of the clocking, told by its code. */
async function whatStands(
  ctx: ActorContext,
  clocking: Clocking<'session'>,
  now: Date,
): Promise<ClockAnswer | AppError | null> {
  const prepared = await refusalOr(prepareClocking(ctx, clocking, now))
  if (prepared instanceof AppError) return prepared
  const { answer, left } = prepared
  if (answer) return answer
  if (!left) return null
  const { status, clockedInAt, clockedOutAt } = left
  return { kind: 'already_out', status, clockedInAt, clockedOutAt }
}
