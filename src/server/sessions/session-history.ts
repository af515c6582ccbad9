import 'server-only'
import type { SessionAct } from '@/domain/sessions'
import { ownClass } from '../classes/service'
import type { ActorContext } from '../context/context'
import { allChanges, changesAt, changesOf } from '../ledger/read'
import type { After, Before } from '../ledger/subjects'
import { ownSession } from './service'

function actOf(before: Before<'session'>, after: After<'session'>): SessionAct {
  if (after.state === 'OPEN') return 'REOPENED'
  if (before.state === 'CLOSED') return 'TAKEN'
  if (!after.endedByItself) return 'ENDED'
  return after.notTaken ? 'NOT_TAKEN' : 'ENDED_BY_ITSELF'
}

const HISTORY_PAGE = 50

/**
 * Who ended a session, or that it ended by itself, what was made of that, and each roll call in it that was confirmed or
 * undone, newest first.
 */
export async function sessionHistory(ctx: ActorContext, input: { sessionId: string }) {
  const { id: subjectId } = await ownSession(ctx, input.sessionId)
  const changes = await changesOf(ctx, { subject: 'session', subjectId, take: HISTORY_PAGE })
  const ends = changes.map(({ id, at, actor, before, after, text }) => ({
    ...{ id, at, actor, act: actOf(before, after), reason: text, rollCall: null },
  }))
  return [...ends, ...(await rollCallsOf(ctx, subjectId))]
    .sort((a, b) => Number(BigInt(b.id) - BigInt(a.id)))
    .slice(0, HISTORY_PAGE)
}

async function rollCallsOf({ db }: ActorContext, sessionId: string) {
  const found = await db.rollCall.findMany({
    where: { sessionId, state: 'CONFIRMED' },
    select: { id: true },
  })
  const subjectIds = found.map(({ id }) => id)
  const changes = await allChanges({ db }, { subject: 'roll call', subjectIds })
  return changes.map(({ id, at, actor, after: { undone, ...rollCall } }) => ({
    ...{ id, at, actor, reason: null, rollCall },
    act: undone ? ('ROLL_CALL_UNDONE' as const) : ('ROLL_CALL' as const),
  }))
}

/** Who deleted sessions of a class, and why: of what they were nothing else is kept. */
export async function deletedSessions(ctx: ActorContext, input: { classId: string }) {
  const { id: placeId } = await ownClass(ctx, input.classId)
  const changes = await changesAt(ctx, {
    ...{ subject: 'session', placeId, take: HISTORY_PAGE },
    after: { path: ['removed'], equals: true },
  })
  return changes.map(({ id, at, actor, text }) => ({ id, at, actor, reason: text }))
}
