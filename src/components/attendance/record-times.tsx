import { Hand, Hash, Images, ScanFace } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Time } from '@/components/ui/time'
import type { AttendanceRecord } from '@/domain/attendance'

interface RecordTimesProps {
  record: AttendanceRecord
  timeZone: string
}

/** "09:04 – 10:31, by face": when somebody came and went, and how it was recorded. */
export function RecordTimes({ record, timeZone }: RecordTimesProps) {
  const { clockedInAt, clockedOutAt } = record
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2 text-muted text-sm">
      {clockedInAt && (
        <span>
          <Time at={clockedInAt} timeZone={timeZone} className="whitespace-nowrap" />
          {clockedOutAt && (
            <>
              {' – '}
              <Time at={clockedOutAt} timeZone={timeZone} className="whitespace-nowrap" />
            </>
          )}
        </span>
      )}
      <RecordMethod method={record.method} />
    </span>
  )
}

const methodIcon = { FACE: ScanFace, CODE: Hash, GROUP_PHOTO: Images, HAND: Hand } as const

/** By face, code, group photo or hand; nothing for a record that the end of the session made. */
export function RecordMethod({ method }: { method: AttendanceRecord['method'] }) {
  const t = useTranslations('attendance')
  if (method === 'SESSION_END') return null
  const Icon = methodIcon[method]
  return (
    <span className="inline-flex items-center gap-1 whitespace-nowrap">
      <Icon aria-hidden="true" className="size-4" />
      {t(`method.${method}`)}
    </span>
  )
}
