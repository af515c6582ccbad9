import type { TodaySession } from './use-today'

export type Direction = 'in' | 'out'

/** Where a student stands in an open session, as far as it decides what they may want to do. */
export type Presence = 'expected' | 'here' | 'gone' | 'excused'

export function presenceOf(record: TodaySession['record']): Presence {
  if (!record || record.status === 'ABSENT') return 'expected'
  if (record.clockedOutAt) return 'gone'
  if (record.clockedInAt) return 'here'
  return record.status === 'EXCUSED' ? 'excused' : 'here'
}
