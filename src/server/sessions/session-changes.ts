import 'server-only'
import type { SessionAct } from '@/domain/sessions'
import type { ActorContext } from '../context/context'
import type { ClassSession } from '../db/generated/client'
import { changesOf } from '../ledger/read'
import type { After, Before } from '../ledger/subjects'
import { ownSession } from './service'

type Ending = Pick<ClassSession, 'state' | 'closedAt' | 'endedByItself' | 'notTaken'>

interface MadeOf {
  session: Ending & Pick<ClassSession, 'id' | 'classId'>
  /** Null where it came about by itself. */
  actorId: string | null
  /** What becomes of it; null where it is deleted. */
  after: Partial<Ending> | null
  /** Why. */
  text?: string | null
}

const asKept = ({ state, closedAt, endedByItself, notTaken }: Ending) => ({
  ...{ state, endedByItself, notTaken },
  closedAt: closedAt?.toISOString() ?? null,
})

/** What is made of a session, as the ledger keeps it. */
export function sessionChange({ session, actorId, after, text = null }: MadeOf) {
  return {
    ...{ subject: 'session' as const, subjectId: session.id, placeId: session.classId, actorId, text },
    before: { ...asKept(session), removed: false },
    after: { ...asKept({ ...session, ...after }), removed: after === null },
  }
}

function actOf(before: Before<'session'>, after: After<'session'>): SessionAct {
  if (after.state === 'OPEN') return 'REOPENED'
  if (before.state === 'CLOSED') return 'TAKEN'
  if (!after.endedByItself) return 'ENDED'
  return after.notTaken ? 'NOT_TAKEN' : 'ENDED_BY_ITSELF'
}

const HISTORY_PAGE = 50

/** Who ended a session, or that it ended by itself, and what was made of that, newest first. */
export async function sessionHistory(ctx: ActorContext, input: { sessionId: string }) {
  const { id: subjectId } = await ownSession(ctx, input.sessionId)
  const changes = await changesOf(ctx, { subject: 'session', subjectId, take: HISTORY_PAGE })
  return changes.map(({ id, at, actor, before, after, text }) => ({
    ...{ id, at, actor, act: actOf(before, after), reason: text },
  }))
}
