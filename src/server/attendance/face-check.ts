import 'server-only'
import { MIN_PHOTOS } from '@/domain/enrolment'
import { AppError } from '@/domain/errors'
import { type BurstDecision, type BurstFrame, decideBurst } from '@/domain/face/burst'
import { PAD_THRESHOLD, thresholds } from '@/domain/face/thresholds'
import type { ActorContext } from '../context'
import { seal } from '../crypto/seal'
import type { Database } from '../db/prisma'
import { renewTemplates } from '../enrolment/renewal'
import { activeConsent, lockEnrolment } from '../enrolment/service'
import { templatesOf } from '../enrolment/templates'
import { evidenceLabel } from '../evidence/service'
import type { FaceEngine, SelfieResult } from '../face/face-engine'
import { countTry, giveTryBack } from '../limits/limits'

export interface FaceCheckResult {
  decision: BurstDecision
  model: string
  threshold: number
  pad: boolean
  snapshot: Buffer | null
  /** The agreement under which the frames were taken. */
  consentId: string
}

async function ownTemplates(
  ctx: ActorContext,
  engine: FaceEngine,
  consentId: string,
): Promise<Float32Array[]> {
  await renewTemplates(ctx, engine, consentId)
  const model = engine.recogniser
  const templates = await templatesOf(ctx, ctx.db, ctx.actor.id, model)
  if (templates.length >= MIN_PHOTOS) return templates.map(({ vector }) => vector)
  const photos = await ctx.db.enrolmentPhoto.count({ where: { userId: ctx.actor.id } })
  throw new AppError(photos >= MIN_PHOTOS ? 'attendance.model_changed' : 'attendance.not_enrolled')
}

function frameOf(result: SelfieResult): BurstFrame {
  if (!result.ok) return { problem: result.problem }
  return { problem: null, vector: result.selfie.vector, live: result.selfie.live }
}

/** A burst that the engine had no room for was nobody's fault, so it does not count as a try. */
async function readFrames(ctx: ActorContext, engine: FaceEngine, frames: Blob[]): Promise<SelfieResult[]> {
  const pictures = await Promise.all(frames.map(async (frame) => new Uint8Array(await frame.arrayBuffer())))
  try {
    return await engine.readBurst(pictures)
  } catch (error) {
    if (error instanceof AppError && (error.code === 'face.busy' || error.code === 'face.failed'))
      await giveTryBack(ctx.db, 'face check', ctx.actor.id)
    throw error
  }
}

/** Reads the frames and decides whether they show the actor, alive. */
export async function checkFace(ctx: ActorContext, frames: Blob[]): Promise<FaceCheckResult> {
  const consent = await activeConsent(ctx.db, ctx.actor.id)
  if (!consent) throw new AppError('attendance.no_consent')
  const engine = await ctx.faceEngine()
  const model = engine.recogniser
  const templates = await ownTemplates(ctx, engine, consent.id)
  await countTry(ctx.db, 'face check', ctx.actor.id)
  const results = await readFrames(ctx, engine, frames)
  const threshold = thresholds[model].verify
  const decision = decideBurst(results.map(frameOf), templates, threshold)
  const shown = results[decision.frame]
  const snapshot = shown?.ok ? shown.selfie.snapshot : (shown?.snapshot ?? null)
  return { decision, model, threshold, pad: engine.pad, snapshot, consentId: consent.id }
}

interface FaceCheckRow {
  sessionId: string
  direction: 'in' | 'out'
  check: FaceCheckResult
  now: Date
}

/**
 * Keeps the check so that it can be explained later, with its snapshot sealed. When the person has withdrawn (and
 * perhaps agreed anew) while the frames were worked on, nothing made from their face is kept and it does not count.
 */
export async function saveFaceCheck(ctx: ActorContext, tx: Database, row: FaceCheckRow): Promise<void> {
  const { decision, model, threshold, pad, snapshot, consentId } = row.check
  await lockEnrolment(tx, ctx.actor.id)
  if ((await activeConsent(tx, ctx.actor.id))?.id !== consentId) throw new AppError('attendance.no_consent')
  const { id } = await tx.faceCheck.create({
    data: {
      userId: ctx.actor.id,
      sessionId: row.sessionId,
      purpose: row.direction === 'in' ? 'CLOCK_IN' : 'CLOCK_OUT',
      outcome: decision.outcome,
      reason: decision.reason,
      model,
      similarity: decision.similarity,
      threshold,
      live: decision.live,
      liveThreshold: pad ? PAD_THRESHOLD : null,
      at: row.now,
    },
    select: { id: true },
  })
  if (!snapshot) return
  const image = seal(ctx.settings.faceKey, evidenceLabel(id), snapshot)
  await tx.evidence.create({ data: { faceCheckId: id, image, createdAt: row.now } })
}
