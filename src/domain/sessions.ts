export const sessionStates = ['SCHEDULED', 'OPEN', 'CLOSED'] as const
export type SessionState = (typeof sessionStates)[number]

/** What was done about the end of a session, and by roll calls in it. */
export const sessionActs = [
  'ENDED',
  'ENDED_BY_ITSELF',
  'NOT_TAKEN',
  'REOPENED',
  'TAKEN',
  'ROLL_CALL',
  'ROLL_CALL_UNDONE',
] as const
export type SessionAct = (typeof sessionActs)[number]

const HOUR = 3_600_000

export interface Forgettable {
  plannedEnd: Date | null
  openedAt: Date
  reopenedAt: Date | null
}

/** Hours after which a class's session that nobody ends ends by itself: after its planned end, else after it was opened. */
export interface EndsAfter {
  endsAfterPlannedHours: number
  endsAfterHours: number
}

/** When a session ends by itself. One that was opened again has its hours anew. */
export function endsByItselfAt(session: Forgettable, rule: EndsAfter): Date {
  const { plannedEnd, openedAt, reopenedAt } = session
  const after = (at: Date, hours: number) => at.getTime() + hours * HOUR
  const first =
    plannedEnd && plannedEnd >= openedAt
      ? after(plannedEnd, rule.endsAfterPlannedHours)
      : after(openedAt, rule.endsAfterHours)
  const again = reopenedAt ? after(reopenedAt, rule.endsAfterPlannedHours) : first
  return new Date(Math.max(first, again))
}
