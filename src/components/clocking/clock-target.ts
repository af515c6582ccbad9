import type { ApiOutput } from '@/components/providers/api-output'
import type { Position } from '@/domain/work-sites-schema'
import type { TodaySession } from './use-today'

interface At {
  /** Of the session or the workplace. */
  id: string
  name: string
  timeZone: string
  liveness: TodaySession['schoolClass']['liveness']
}

/** What somebody clocks for: a session, or work at a place with what they say beside it. */
export type ClockTarget =
  | (At & { kind: 'session' })
  | (At & {
      kind: 'work'
      kindId?: string | undefined
      position?: Position | undefined
      workedThrough?: boolean | undefined
    })

export function sessionTarget({ id, schoolClass }: TodaySession): ClockTarget {
  const { name, timeZone, liveness } = schoolClass
  return { kind: 'session', id, name, timeZone, liveness }
}

export type WorkplaceToday = ApiOutput['timeEntries']['today']['workplaces'][number]

/** Where the pages of whoever clocks there begin. */
export const areaOf = ({ kind }: ClockTarget) => (kind === 'work' ? '/work' : '/study')
