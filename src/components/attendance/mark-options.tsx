import { useStatusWords } from '@/components/ui/status-words'
import { statusLook } from '@/components/ui/statuses'
import { attendanceStatuses } from '@/domain/attendance'
import { statusOf } from './standing-look'

/** What a teacher can mark a student as, for a menu or a form. */
export function useMarkOptions() {
  const word = useStatusWords()
  return attendanceStatuses.map((status) => {
    const { icon: Icon } = statusLook[statusOf[status]]
    return { value: status, label: word(statusOf[status]), icon: <Icon aria-hidden="true" /> }
  })
}
