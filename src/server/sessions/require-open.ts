import 'server-only'
import type { SessionTimes } from '@/domain/attendance'
import { AppError } from '@/domain/errors'
import type { ClassSession } from '../db/generated/client'

type Openable = Pick<ClassSession, 'state' | 'openedAt' | 'plannedStart' | 'lateAfterMinutes'>

/** The session with its opening; refuses one that has not begun or has ended. */
export function requireOpen<Session extends Openable>(session: Session): Session & SessionTimes {
  if (session.state === 'CLOSED') throw new AppError('sessions.closed')
  if (session.state !== 'OPEN' || !session.openedAt) throw new AppError('sessions.not_open')
  return { ...session, openedAt: session.openedAt }
}
