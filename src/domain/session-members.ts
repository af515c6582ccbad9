import type { SessionState } from './sessions'

/**
 * Who belongs to a session. While it is planned or open: whoever is in the class, and anybody with a record. Once it has
 * ended it stays as it was: whoever belonged to it then, whatever becomes of the class.
 */

/** When somebody joined and left a class; `leftAt` is null while they are in it. */
export interface ClassEntry {
  joinedAt: Date
  leftAt: Date | null
}

export interface SessionPeriod {
  state: SessionState
  openedAt: Date | null
  closedAt: Date | null
}

/** What a session shows of somebody's joining and leaving: only what happened while it was open. */
export interface Movement {
  joinedAt: Date | null
  leftAt: Date | null
}

/** What happened while the session was open, of when somebody joined the class and left it. */
export function movementDuring({ openedAt, closedAt }: SessionPeriod, entry: ClassEntry): Movement {
  const during = (at: Date | null) =>
    at && openedAt && at >= openedAt && (closedAt === null || at <= closedAt) ? at : null
  const joinedAt = during(entry.joinedAt)
  // Whoever joined in the very moment of the opening was there from the beginning.
  return {
    joinedAt: joinedAt && openedAt && joinedAt > openedAt ? joinedAt : null,
    leftAt: during(entry.leftAt),
  }
}
