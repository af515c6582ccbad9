import type { StatusCounts } from '@/components/ui/status-dial'
import type { Status } from '@/components/ui/statuses'
import type { AttendanceTotals } from '@/domain/attendance'
import type { Standing, StandingCounts } from '@/domain/board'

/** How each standing is shown. */
export const statusOf: Record<Standing, Status> = {
  PRESENT: 'present',
  LATE: 'late',
  LEFT: 'left',
  EXCUSED: 'excused',
  ABSENT: 'absent',
  WAITING: 'waiting',
}

/** The counts of a board as the dial takes them. */
export function dialCounts(counts: StandingCounts): StatusCounts {
  return {
    present: counts.PRESENT,
    late: counts.LATE,
    left: counts.LEFT,
    excused: counts.EXCUSED,
    absent: counts.ABSENT,
    waiting: counts.WAITING,
  }
}

/** The totals of somebody's records as the dial takes them. */
export function dialTotals({ present, late, excused, absent }: AttendanceTotals): StatusCounts {
  return { present, late, left: 0, excused, absent, waiting: 0 }
}
