import { type Counted, countStandings, headcount } from '@/domain/board'

const MINUTE = 60_000

/** How long something has lasted: "12 min", "1 h 05 min"; null for less than a minute. */
export function lastedText(from: Date, to: Date): string | null {
  const minutes = Math.floor((to.getTime() - from.getTime()) / MINUTE)
  if (minutes < 1) return null
  if (minutes < 60) return `${minutes} min`
  return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')} min`
}

/** What ending does to those who have no record. */
export function absentText(count: number): string {
  if (count === 0) return 'Everybody has a record, so nobody is marked absent.'
  if (count === 1) return '1 student without a record will be marked absent.'
  return `${count} students without a record will be marked absent.`
}

interface TitledBoard {
  session: { title: string | null; state: 'SCHEDULED' | 'OPEN' | 'CLOSED' }
  schoolClass: { name: string }
  students: readonly Counted[]
}

/** The title of a session's tab, with its counts: "18 of 24 here · Physics 9b". */
export function boardTitle({ session, schoolClass, students }: TitledBoard): string {
  const name = session.title ?? schoolClass.name
  if (session.state === 'SCHEDULED') return `Planned · ${name}`
  const { here, total } = headcount(countStandings(students))
  const verb = session.state === 'OPEN' ? 'here' : 'were here'
  return `${here} of ${total} ${verb} · ${name}`
}
