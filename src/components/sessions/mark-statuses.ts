import { type Status, statusLook } from '@/components/ui/statuses'
import type { AttendanceStatus } from '@/domain/attendance'
import { markKeys } from './use-marking'

const statusOfKey: Record<AttendanceStatus, Status> = {
  PRESENT: 'present',
  LATE: 'late',
  ABSENT: 'absent',
  EXCUSED: 'excused',
}

/** What many can be marked as at once, each with its key, its icon and its word. */
export const markStatuses = Object.entries(markKeys).map(([key, status]) => {
  const look = statusOfKey[status]
  return { key: key.toUpperCase(), status, look, icon: statusLook[look].icon }
})
