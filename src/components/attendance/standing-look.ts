import type { StatusCounts } from '@/components/ui/status-dial'
import type { Status } from '@/components/ui/statuses'
import type { AttendanceTotals } from '@/domain/attendance'
import type { Standing, StandingCounts } from '@/domain/board'

/** How each standing is shown. */
export const statusOf: Record<Standing, Status> = {
  PRESENT: 'present',
  LATE: 'late',
  EXCUSED: 'excused',
  ABSENT: 'absent',
  WAITING: 'waiting',
}

/** The counts of a board as the dial takes them. */
export function dialCounts(counts: StandingCounts): StatusCounts {
  return {
    present: counts.PRESENT,
    late: counts.LATE,
    excused: counts.EXCUSED,
    absent: counts.ABSENT,
    waiting: counts.WAITING,
  }
}

/** The totals of a session as the dial takes them, with those of `expected` students who have no record yet. */
export function dialTotals(totals: AttendanceTotals, expected = 0): StatusCounts {
  const { present, late, excused, absent } = totals
  const waiting = Math.max(0, expected - present - late - excused - absent)
  return { present, late, excused, absent, waiting }
}
