import { statusLook } from '@/components/ui/statuses'
import { attendanceStatuses } from '@/domain/attendance'
import { statusOf } from './standing-look'

/** What a teacher can mark a student as, for a menu or a form. */
export const markOptions = attendanceStatuses.map((status) => {
  const { label, icon: Icon } = statusLook[statusOf[status]]
  return { value: status, label, icon: <Icon aria-hidden="true" /> }
})
