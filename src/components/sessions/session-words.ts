import { useTranslations } from 'next-intl'
import { type Counted, countStandings, headcount } from '@/domain/board'

const MINUTE = 60_000

interface Duration {
  hours: number
  minutes: number
}

/** How long something has lasted; null for less than a minute. */
export function lastedFor(from: Date, to: Date): Duration | null {
  const minutes = Math.floor((to.getTime() - from.getTime()) / MINUTE)
  return minutes < 1 ? null : { hours: Math.floor(minutes / 60), minutes: minutes % 60 }
}

/** Gives durations as text: "12 min", "1 h 05 min". */
export function useDurationText() {
  const t = useTranslations('sessions')
  return ({ hours, minutes }: Duration) =>
    hours === 0
      ? t('duration.minutes', { minutes })
      : t('duration.hours', { hours, minutes: String(minutes).padStart(2, '0') })
}

type SessionWords = ReturnType<typeof useTranslations<'sessions'>>

interface TitledBoard {
  session: { title: string | null; state: 'SCHEDULED' | 'OPEN' | 'CLOSED' }
  schoolClass: { name: string }
  students: readonly Counted[]
}

/** The title of a session's tab, with its counts: "18 of 24 here · Physics 9b". */
export function boardTitle(t: SessionWords, { session, schoolClass, students }: TitledBoard): string {
  const name = session.title ?? schoolClass.name
  return t(`tabTitle.${session.state}`, { name, ...headcount(countStandings(students, session)) })
}
