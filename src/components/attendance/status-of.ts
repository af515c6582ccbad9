import type { Status } from '@/components/ui/statuses'
import type { AttendanceStatus } from '@/domain/attendance'

const statuses: Record<AttendanceStatus, Status> = {
  PRESENT: 'present',
  LATE: 'late',
  ABSENT: 'absent',
  EXCUSED: 'excused',
}

/** The look that goes with a recorded status. */
export const statusOf = (status: AttendanceStatus): Status => statuses[status]
