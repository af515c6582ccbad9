interface SessionTimes {
  title: string | null
  plannedStart: Date | null
  openedAt: Date | null
  createdAt: Date
}

/** When a session counts as beginning: as planned, or when it was opened. */
export function startOf(session: Omit<SessionTimes, 'title'>): Date {
  return session.plannedStart ?? session.openedAt ?? session.createdAt
}
