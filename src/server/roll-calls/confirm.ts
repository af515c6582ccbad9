import 'server-only'
import { randomUUID } from 'node:crypto'
import { type SessionSpan, seenInPhoto } from '@/domain/attendance'
import { AppError } from '@/domain/errors'
import type { RollCallMark } from '@/domain/roll-calls-schema'
import { lockEnrolments } from '../biometrics/enrolment-lock'
import { identifiableAmong } from '../biometrics/identifiable'
import type { ActorContext } from '../context/context'
import type { TxContext } from '../context/tx-context'
import { open, seal } from '../crypto/seal'
import type { ClassSession, RollCall, RollCallFace } from '../db/generated/client'
import type { Database } from '../db/prisma'
import { evidenceLabel } from '../evidence/service'
import { transact } from '../live/publish'
import { stillMembers } from '../sessions/members'
import { lockRecords, saveRecords } from '../sessions/record'
import { lockOwnSession } from '../sessions/service'
import { eraseMaterial, lockRollCall, ownRollCall, publishRollCall } from './access'
import { rollCallChange } from './roll-call-changes'
import { cropLabel } from './sealing'

export interface ConfirmedRollCall {
  marked: number
  /** Of these: how many came late. */
  late: number
  /** Who was here or excused already, and stays so. */
  unchanged: number
}

interface Confirming {
  rollCall: RollCall
  session: ClassSession & SessionSpan
  /** From which score a name was sure, and likely; null where none was given. */
  bands: { sure: number; likely: number } | null
}

function requireOnce(ids: string[], code: 'rollCalls.student_twice' | 'rollCalls.face_twice') {
  if (new Set(ids).size < ids.length) throw new AppError(code)
}

/**
 * Makes all marks that the teacher confirmed, or none, each with its crop as evidence where the student agreed to be
 * found in photos; then everything else of the roll call is erased. Confirming twice is harmless.
 */
export async function confirmRollCall(
  ctx: ActorContext,
  input: { rollCallId: string; marks: RollCallMark[] },
): Promise<ConfirmedRollCall> {
  const { sessionId } = await ownRollCall(ctx, input.rollCallId)
  requireOnce(
    input.marks.map(({ studentId }) => studentId),
    'rollCalls.student_twice',
  )
  requireOnce(
    input.marks.map(({ faceId }) => faceId),
    'rollCalls.face_twice',
  )
  // Everybody takes these locks in one order: the roll call, people by their id, the session, records by student.
  const marks = input.marks.toSorted((a, b) => (a.studentId < b.studentId ? -1 : 1))
  return transact(ctx, async (ctx) => {
    const { tx } = ctx
    const rollCall = await lockRollCall(tx, input.rollCallId)
    if (rollCall.state === 'CONFIRMED') return { marked: 0, late: 0, unchanged: 0 }
    if (rollCall.state === 'WAITING' || rollCall.state === 'WORKING')
      throw new AppError('rollCalls.not_ready')
    if (rollCall.state !== 'READY') throw new AppError('rollCalls.over')
    await lockEnrolments(
      tx,
      marks.map(({ studentId }) => studentId),
    )
    const { openedAt, ...session } = await lockOwnSession(ctx, sessionId, 'SHARE')
    if (!openedAt) throw new AppError('sessions.not_open')
    const bands = await bandsOf(tx, rollCall)
    const confirming: Confirming = { rollCall, session: { ...session, openedAt }, bands }
    const result = await markAll(ctx, confirming, marks)
    const photos = await tx.rollCallPhoto.count({ where: { rollCallId: rollCall.id } })
    await eraseMaterial(tx, [rollCall.id])
    const { markedIds, ...counted } = result
    await tx.rollCall.update({
      where: { id: rollCall.id },
      data: { state: 'CONFIRMED', confirmedAt: ctx.now, markedIds },
    })
    const { marked, unchanged } = counted
    const after = { photos, marked, unchanged, undone: false }
    // After those of the records: whatever is told of one later was done since.
    ctx.change(rollCallChange(ctx, { rollCall, session, before: null, after }))
    publishRollCall(ctx, rollCall)
    return counted
  })
}

/** The bands of the calibration that decided. */
async function bandsOf(tx: Database, { calibrationId }: RollCall) {
  return calibrationId === null ? null : tx.calibration.findUnique({ where: { id: calibrationId } })
}

async function markAll(
  ctx: TxContext<ActorContext>,
  confirming: Confirming,
  marks: RollCallMark[],
): Promise<ConfirmedRollCall & { markedIds: string[] }> {
  const { tx } = ctx
  const { rollCall, session } = confirming
  const ids = marks.map(({ studentId }) => studentId)
  const students = await tx.user.findMany({
    where: { id: { in: ids }, memberships: { some: stillMembers(session) } },
    select: { id: true },
  })
  if (students.length < ids.length) throw new AppError('rollCalls.not_in_class')
  const faces = await tx.rollCallFace.findMany({
    where: { rollCallId: rollCall.id, id: { in: marks.map(({ faceId }) => faceId) } },
  })
  const faceOf = new Map(faces.map((face) => [face.id, face]))
  const consentedNow = await tx.user.findMany({
    where: { id: { in: ids }, ...identifiableAmong(stillMembers(session)) },
    select: { id: true },
  })
  const consented = new Set(consentedNow.map(({ id }) => id))
  const records = await lockRecords(tx, session.id, ids)
  const changes: Parameters<typeof saveRecords>[1]['changes'] = []
  const seen: Seen[] = []
  for (const { faceId, studentId, evenIfExcused } of marks) {
    const face = faceOf.get(faceId)
    if (!face) throw new AppError('rollCalls.other_face')
    const method = consented.has(studentId) && face.crop.length > 0 ? 'GROUP_PHOTO' : 'HAND'
    const before = records.get(studentId) ?? null
    const effect = seenInPhoto(before, session, { takenAt: rollCall.createdAt, method, evenIfExcused })
    if (effect.kind === 'stays') continue
    changes.push({ studentId, method, before, after: effect.record })
    if (method === 'GROUP_PHOTO') seen.push({ face, studentId })
  }
  if (changes.length > 0) {
    const { id: sessionId, classId } = session
    await saveRecords(ctx, { sessionId, classId, actorId: ctx.actor.id, changes })
  }
  await saveEvidence(ctx, confirming, seen)
  return {
    marked: changes.length,
    late: changes.filter(({ after }) => after?.status === 'LATE').length,
    unchanged: marks.length - changes.length,
    markedIds: changes.map(({ studentId }) => studentId),
  }
}

interface Seen {
  face: RollCallFace
  studentId: string
}

/** Keeps why the marks were made: the band and what decided it, and the crop as its snapshot. */
async function saveEvidence(
  { tx, now, settings: { faceKey } }: TxContext,
  { rollCall, session, bands }: Confirming,
  seen: Seen[],
): Promise<void> {
  const checks = seen.map(({ face, studentId }) => {
    const proposed = bands !== null && face.studentId === studentId
    return {
      id: randomUUID(),
      userId: studentId,
      placeId: session.classId,
      sessionId: session.id,
      purpose: 'ROLL_CALL' as const,
      outcome: 'MATCHED' as const,
      // Whom the engine did not propose was named by the teacher.
      band: proposed || face.others.includes(studentId) ? face.band : ('UNKNOWN' as const),
      model: rollCall.model ?? '',
      calibrationId: rollCall.calibrationId,
      similarity: proposed ? face.similarity : null,
      threshold: (proposed && face.band === 'SURE' ? bands.sure : bands?.likely) ?? 1,
      at: rollCall.createdAt,
    }
  })
  await tx.faceCheck.createMany({ data: checks })
  await tx.evidence.createMany({
    data: seen.map(({ face }, at) => {
      const faceCheckId = checks[at]?.id ?? ''
      const crop = open(faceKey, cropLabel(face.id), face.crop)
      return { faceCheckId, image: seal(faceKey, evidenceLabel(faceCheckId), crop), createdAt: now }
    }),
  })
}
