import { useTranslations } from 'next-intl'
import { statusOf } from '@/components/attendance/standing-look'
import { Avatar } from '@/components/ui/avatar'
import { StatusBadge } from '@/components/ui/status-badge'
import type { ReviewStudent } from './use-review'

/** Who is in none of the photos, or cannot be found in any. */
export function NotSeen({ students }: { students: readonly ReviewStudent[] }) {
  const t = useTranslations('roll-calls')
  return (
    <ul className="grid gap-2 sm:grid-cols-[repeat(auto-fill,minmax(min(100%,20rem),1fr))]">
      {students.map((student) => (
        <li key={student.id} className="flex items-center gap-3 rounded-lg border border-dashed px-3 py-2">
          <Avatar name={student.name} size="sm" />
          <span className="wrap-anywhere min-w-0 flex-1 font-semibold">
            {student.name}
            {!student.findable && (
              <span className="block font-normal text-muted text-sm">{t('notFindable')}</span>
            )}
          </span>
          {student.record && <StatusBadge status={statusOf[student.record.status]} />}
        </li>
      ))}
    </ul>
  )
}
