import 'server-only'
import { knowsNotYet } from '@/domain/board'
import { AppError } from '@/domain/errors'
import { mayUndo } from '@/domain/undo'
import { lockEnrolments } from '../biometrics/enrolment-lock'
import type { ActorContext } from '../context/context'
import type { TxContext } from '../context/tx-context'
import type { ClassSession, RollCall } from '../db/generated/client'
import { changesOf } from '../ledger/read'
import { nowHeld, transact } from '../live/publish'
import { lockRecords, saveRecords } from '../sessions/record'
import { lastRecordChanges } from '../sessions/record-changes'
import { lockOwnSession } from '../sessions/service'
import { lockRollCall, ownRollCall, publishRollCall } from './access'
import { rollCallChange } from './roll-call-changes'

export interface UndoneRollCall {
  /** How many records are as they were. */
  undone: number
  /** Whose record was changed since, or could not be without one: theirs stays. */
  kept: { id: string; name: string }[]
}

/**
 * Undoes a roll call that the actor confirmed within seconds: every record that it marked is as it was before, but those
 * that somebody changed since. All in one transaction; a second time is harmless. The photos are gone for good.
 */
export async function undoRollCall(
  ctx: ActorContext,
  input: { rollCallId: string },
): Promise<UndoneRollCall> {
  const { sessionId } = await ownRollCall(ctx, input.rollCallId)
  return transact(ctx, async (begun) => {
    // In the order in which confirming takes them: the roll call, people by their id, the session, records by student.
    const rollCall = await lockRollCall(begun.tx, input.rollCallId)
    const ids = rollCall.markedIds.toSorted()
    await lockEnrolments(begun.tx, ids)
    const session = await lockOwnSession(begun, sessionId, 'SHARE')
    if (rollCall.undoneAt) return { undone: 0, kept: [] }
    const ctx = nowHeld(begun, [rollCall.confirmedAt])
    const confirmed = await confirmationOf(ctx, rollCall)
    const { back, kept } = await takeBack(ctx, { session, ids, since: BigInt(confirmed.id) })
    await forgetChecks(ctx, rollCall, back)
    await ctx.tx.rollCall.update({
      where: { id: rollCall.id },
      data: { undoneAt: ctx.now, markedIds: [] },
    })
    const before = confirmed.after
    const after = { ...before, marked: kept.length, undone: true }
    ctx.change(rollCallChange(ctx, { rollCall, session, before, after }))
    publishRollCall(ctx, rollCall)
    return { undone: back.length, kept }
  })
}

/** The actor's own word that a roll call is over, if they may still undo it. */
async function confirmationOf({ tx, actor, now }: TxContext<ActorContext>, { id, confirmedAt }: RollCall) {
  const [told] = await changesOf({ db: tx }, { subject: 'roll call', subjectId: id, take: 1 })
  if (!told || !confirmedAt || !mayUndo({ at: confirmedAt, actorId: told.actor?.id ?? null }, actor.id, now))
    throw new AppError('rollCalls.undo_over')
  return told
}

interface TakenBack {
  session: ClassSession
  ids: string[]
  /** The confirmation's place in the ledger: what was told of a record after it was done since. */
  since: bigint
}

async function takeBack(ctx: TxContext<ActorContext>, { session, ids, since }: TakenBack) {
  const { tx, actor } = ctx
  const { id: sessionId, classId } = session
  const records = await lockRecords(tx, sessionId, ids)
  const last = await lastRecordChanges(tx, sessionId, ids)
  const changes: Parameters<typeof saveRecords>[1]['changes'] = []
  for (const studentId of ids) {
    const change = last.get(studentId)
    const before = records.get(studentId) ?? null
    if (!change || change.id > since) continue
    // Where a session has ended, nobody is without a record.
    if (!change.before && !knowsNotYet(session)) continue
    changes.push({ studentId, method: 'HAND', before, after: change.before })
  }
  if (changes.length > 0) await saveRecords(ctx, { sessionId, classId, actorId: actor.id, changes })
  const back = changes.map(({ studentId }) => studentId)
  const kept = await tx.user.findMany({
    where: { id: { in: ids.filter((id) => !back.includes(id)) } },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true },
  })
  return { back, kept }
}

/** Nothing rests on these checks any more, so they go with their snapshots. */
async function forgetChecks({ tx }: TxContext, { sessionId, createdAt }: RollCall, userIds: string[]) {
  await tx.faceCheck.deleteMany({
    where: { sessionId, purpose: 'ROLL_CALL', at: createdAt, userId: { in: userIds } },
  })
}
