import 'server-only'
import type { ClassSession } from '../db/generated/client'

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
