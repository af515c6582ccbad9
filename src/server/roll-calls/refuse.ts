import 'server-only'
import { randomUUID } from 'node:crypto'
import { AppError } from '@/domain/errors'
import { sameFace } from '@/domain/face/detections'
import { faceBoxSchema } from '@/domain/roll-calls-schema'
import type { ActorContext } from '../context/context'
import { ledBy } from '../context/led-by'
import { openVector, sealVector } from '../crypto/vector'
import type { Database } from '../db/prisma'
import { transact } from '../live/publish'
import { lockRollCall, publishRollCall } from './access'
import { type DecidedRollCall, decide } from './decide'
import { rollCallRules } from './rules'
import { refusedLabel, vectorLabel } from './sealing'

interface Pair {
  faceId: string
  studentId: string
}

/** The face and the class it was seen in, if the actor teaches it and the student is in it. */
async function ownPair(ctx: ActorContext, { faceId, studentId }: Pair) {
  const face = await ctx.db.rollCallFace.findFirst({
    where: {
      id: faceId,
      rollCall: {
        session: {
          schoolClass: {
            place: { ...ledBy(ctx.actor), members: { some: { userId: studentId, leftAt: null } } },
          },
        },
      },
    },
    select: {
      rollCallId: true,
      rollCall: { select: { model: true, session: true } },
    },
  })
  if (!face) throw new AppError('request.not_found')
  const { model, session } = face.rollCall
  return { id: face.rollCallId, model: model ?? '', session }
}

/** The refusals of this very pair: this place of this file. */
async function refusalsOf(tx: Database, classId: string, { faceId, studentId }: Pair) {
  const face = await tx.rollCallFace.findUnique({ where: { id: faceId }, include: { photo: true } })
  if (!face) throw new AppError('request.not_found')
  const { fingerprint } = face.photo
  const box = faceBoxSchema.parse(face.box)
  const known = await tx.refusedMatch.findMany({ where: { placeId: classId, studentId, fingerprint } })
  return { face, fingerprint, box, known: known.filter((one) => sameFace(faceBoxSchema.parse(one.box), box)) }
}

/** "Not this person": the pair is never offered again, and what is left is decided anew. Twice is harmless. */
export async function refuseMatch(ctx: ActorContext, pair: Pair): Promise<void> {
  const rollCall = await ownPair(ctx, pair)
  const { model } = rollCall
  const { classId } = rollCall.session
  await change(ctx, rollCall, async (tx) => {
    const { face, fingerprint, box, known } = await refusalsOf(tx, classId, pair)
    if (known.length > 0) return
    const key = ctx.settings.faceKey
    const id = randomUUID()
    const vector = face.vector && openVector(key, vectorLabel(face.id), face.vector)
    await tx.refusedMatch.create({
      data: {
        id,
        placeId: classId,
        studentId: pair.studentId,
        fingerprint,
        box,
        model: vector ? model : null,
        vector: vector && sealVector(key, refusedLabel(id), vector),
        createdAt: ctx.clock(),
      },
    })
  })
}

/** Takes "not this person" back, as long as the face is there. */
export async function takeBackRefusal(ctx: ActorContext, pair: Pair): Promise<void> {
  const rollCall = await ownPair(ctx, pair)
  await change(ctx, rollCall, async (tx) => {
    const { known } = await refusalsOf(tx, rollCall.session.classId, pair)
    await tx.refusedMatch.deleteMany({ where: { id: { in: known.map(({ id }) => id) } } })
  })
}

async function change(
  ctx: ActorContext,
  decided: DecidedRollCall,
  work: (tx: Database) => Promise<void>,
): Promise<void> {
  const rules = await rollCallRules(ctx, decided.model)
  await transact(ctx, async (ctx) => {
    const { tx } = ctx
    const rollCall = await lockRollCall(tx, decided.id)
    if (rollCall.state !== 'READY') throw new AppError('rollCalls.over')
    await work(tx)
    await decide(ctx, tx, decided, rules)
    publishRollCall(ctx, rollCall)
  })
}
