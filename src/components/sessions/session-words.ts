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

const MINUTE = 60_000

/** How long something has lasted: "just now", "12 min", "1 h 05 min". */
export function lastedText(from: Date, to: Date): string {
  const minutes = Math.max(0, Math.floor((to.getTime() - from.getTime()) / MINUTE))
  if (minutes < 1) return 'less than a minute'
  if (minutes < 60) return `${minutes} min`
  return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')} min`
}

/** What ending does to those who have no record. */
export function absentText(count: number): string {
  if (count === 0) return 'Everybody has a record, so nobody is marked absent.'
  if (count === 1) return '1 student without a record will be marked absent.'
  return `${count} students without a record will be marked absent.`
}
