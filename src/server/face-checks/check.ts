import 'server-only'
import { MIN_PHOTOS } from '@/domain/enrolment'
import { AppError } from '@/domain/errors'
import { type BurstDecision, type BurstFrame, decideBurst } from '@/domain/face/burst'
import { thresholds } from '@/domain/face/thresholds'
import type { ServiceContext } from '../context'
import type { FaceCheckPurpose, LivenessPolicy } from '../db/generated/enums'
import { renewTemplates } from '../enrolment/renewal'
import { activeConsent } from '../enrolment/service'
import { templatesOf } from '../enrolment/templates'
import type { FaceEngine, SelfieResult } from '../face/face-engine'
import { countTry, giveTryBack } from '../limits/limits'

/** A face that is to be checked: whose it should be, and what for. */
export interface FaceCheckRequest {
  userId: string
  purpose: FaceCheckPurpose
  /** The session that it is about; a sign-in has none. */
  sessionId: string | null
  liveness: LivenessPolicy
  frames: Blob[]
}

export interface FaceCheckResult {
  request: FaceCheckRequest
  decision: BurstDecision
  model: string
  threshold: number
  /** Whether presentation-attack detection had a say. */
  pad: boolean
  snapshot: Buffer | null
  /** The agreement under which the frames were taken. */
  consentId: string
}

async function templatesFor(
  ctx: ServiceContext,
  engine: FaceEngine,
  { userId, consentId }: { userId: string; consentId: string },
): Promise<Float32Array[]> {
  await renewTemplates(ctx, engine, { userId, consentId })
  const templates = await templatesOf(ctx, ctx.db, userId, engine.recogniser)
  if (templates.length >= MIN_PHOTOS) return templates.map(({ vector }) => vector)
  const photos = await ctx.db.enrolmentPhoto.count({ where: { userId } })
  throw new AppError(photos >= MIN_PHOTOS ? 'attendance.model_changed' : 'attendance.not_enrolled')
}

function frameOf(result: SelfieResult, pad: boolean): BurstFrame {
  if (!result.ok) return { problem: result.problem }
  return { problem: null, vector: result.selfie.vector, live: pad ? result.selfie.live : null }
}

/** A burst that the engine had no room for was nobody's fault, so it does not count as a try. */
async function readFrames(
  ctx: ServiceContext,
  engine: FaceEngine,
  { userId, frames }: FaceCheckRequest,
): Promise<SelfieResult[]> {
  const pictures = await Promise.all(frames.map(async (frame) => new Uint8Array(await frame.arrayBuffer())))
  try {
    return await engine.readBurst(pictures)
  } catch (error) {
    if (error instanceof AppError && (error.code === 'face.busy' || error.code === 'face.failed'))
      await giveTryBack(ctx.db, 'face check', userId)
    throw error
  }
}

/** Reads the frames and decides whether they show this person, alive as the policy asks. */
export async function checkFace(ctx: ServiceContext, request: FaceCheckRequest): Promise<FaceCheckResult> {
  const { userId } = request
  const consent = await activeConsent(ctx.db, userId)
  if (!consent) throw new AppError('attendance.no_consent')
  const engine = await ctx.faceEngine()
  const model = engine.recogniser
  const pad = engine.pad && request.liveness !== 'OFF'
  const templates = await templatesFor(ctx, engine, { userId, consentId: consent.id })
  await countTry(ctx.db, 'face check', userId)
  const results = await readFrames(ctx, engine, request)
  const threshold = thresholds[model].verify
  const decision = decideBurst(
    results.map((result) => frameOf(result, pad)),
    templates,
    threshold,
  )
  const shown = results[decision.frame]
  const snapshot = shown?.ok ? shown.selfie.snapshot : (shown?.snapshot ?? null)
  return { request, decision, model, threshold, pad, snapshot, consentId: consent.id }
}
