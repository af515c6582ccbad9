import 'server-only'
import { MIN_PHOTOS } from '@/domain/enrolment'
import { AppError } from '@/domain/errors'
import { type BurstDecision, type BurstFrame, decideBurst } from '@/domain/face/burst'
import { PAD_THRESHOLD, thresholds } from '@/domain/face/thresholds'
import type { ActorContext } from '../context'
import { seal } from '../crypto/seal'
import type { Database } from '../db/prisma'
import { activeConsent, lockEnrolment } from '../enrolment/service'
import { templatesOf } from '../enrolment/templates'
import { evidenceLabel } from '../evidence/service'
import type { SelfieResult } from '../face/face-engine'
import { countTry } from '../limits/limits'

export interface FaceCheckResult {
  decision: BurstDecision
  model: string
  threshold: number
  pad: boolean
  snapshot: Buffer | null
}

async function ownTemplates(ctx: ActorContext, model: string): Promise<Float32Array[]> {
  if (!(await activeConsent(ctx.db, ctx.actor.id))) throw new AppError('attendance.no_consent')
  const templates = await templatesOf(ctx, ctx.db, ctx.actor.id, model)
  if (templates.length >= MIN_PHOTOS) return templates.map(({ vector }) => vector)
  const photos = await ctx.db.enrolmentPhoto.count({ where: { userId: ctx.actor.id } })
  throw new AppError(photos >= MIN_PHOTOS ? 'attendance.model_changed' : 'attendance.not_enrolled')
}

function frameOf(result: SelfieResult): BurstFrame {
  if (!result.ok) return { problem: result.problem }
  return { problem: null, vector: result.selfie.vector, live: result.selfie.live }
}

/** Reads the frames and decides whether they show the actor, alive. */
export async function checkFace(ctx: ActorContext, frames: Uint8Array[]): Promise<FaceCheckResult> {
  const engine = await ctx.faceEngine()
  const model = engine.recogniser
  const templates = await ownTemplates(ctx, model)
  await countTry(ctx.db, 'face check', ctx.actor.id)
  const results = await Promise.all(frames.map((frame) => engine.readSelfie(frame)))
  const threshold = thresholds[model].verify
  const decision = decideBurst(results.map(frameOf), templates, threshold)
  const shown = results[decision.frame]
  const snapshot = shown?.ok ? shown.selfie.snapshot : (shown?.snapshot ?? null)
  return { decision, model, threshold, pad: engine.pad, snapshot }
}

interface FaceCheckRow {
  sessionId: string
  direction: 'in' | 'out'
  check: FaceCheckResult
  now: Date
}

/**
 * Keeps the check so that it can be explained later, with its snapshot sealed. When the person has withdrawn
 * while the frames were worked on, nothing made from their face is kept and the check does not count.
 */
export async function saveFaceCheck(ctx: ActorContext, tx: Database, row: FaceCheckRow): Promise<void> {
  const { decision, model, threshold, pad, snapshot } = row.check
  await lockEnrolment(tx, ctx.actor.id)
  if (!(await activeConsent(tx, ctx.actor.id))) throw new AppError('attendance.no_consent')
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
