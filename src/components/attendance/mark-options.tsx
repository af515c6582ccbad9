import { useStatusWords } from '@/components/ui/status-words'
import { statusLook } from '@/components/ui/statuses'
import type { AttendanceRecord } from '@/domain/attendance'
import { isHere, knowsNotYet, type Standing } from '@/domain/board'
import { statusOf } from './standing-look'

export interface MarkedSession {
  id: string
  state: 'SCHEDULED' | 'OPEN' | 'CLOSED'
  notTaken: boolean
}

/** What a teacher can mark a student as: that somebody left, while they could be here; and back to nothing, while that can be. */
function standingsFor(session: MarkedSession, record: AttendanceRecord | null): Standing[] {
  const came = record !== null && isHere(record.status)
  return [
    ...(['PRESENT', 'LATE'] as const),
    ...(session.state === 'OPEN' && came ? (['LEFT'] as const) : []),
    ...(['EXCUSED', 'ABSENT'] as const),
    ...(knowsNotYet(session) ? (['WAITING'] as const) : []),
  ]
}

/** The same for a menu or a form. */
export function useMarkOptions(session: MarkedSession, record: AttendanceRecord | null) {
  const word = useStatusWords()
  return standingsFor(session, record).map((standing) => {
    const { icon: Icon } = statusLook[statusOf[standing]]
    return { value: standing, label: word(statusOf[standing]), icon: <Icon aria-hidden="true" /> }
  })
}

interface Choice {
  standing: Standing
  record: AttendanceRecord | null
  open: boolean
}

/** What is asked for by choosing where a student stands; null where their record is taken back. */
export function markFor({ standing, record, open }: Choice) {
  if (standing === 'WAITING') return null
  const left = open ? { left: standing === 'LEFT' } : {}
  if (standing !== 'LEFT') return { status: standing, ...left }
  return { status: record?.status === 'LATE' ? ('LATE' as const) : ('PRESENT' as const), ...left }
}
