/** For so long what somebody has just done by hand can be undone on the page; the server waits a little longer for the way there. */
export const UNDO_SECONDS = 10
const GRACE_SECONDS = 5

/** The last change of something. */
export interface LastChange {
  at: Date
  /** Null where it came about by itself. */
  actorId: string | null
}

/** Whether somebody may still undo it: their own, made just now. */
export function mayUndo({ at, actorId }: LastChange, who: string, now: Date): boolean {
  return actorId === who && now.getTime() - at.getTime() <= (UNDO_SECONDS + GRACE_SECONDS) * 1000
}
