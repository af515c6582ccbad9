import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { statusOf } from '@/components/attendance/standing-look'
import { classNames } from '@/components/ui/class-names'
import { statusLook } from '@/components/ui/statuses'
import { Time } from '@/components/ui/time'
import { softTone } from '@/components/ui/tones'
import { hasLeft } from '@/domain/board'
import type { TodaySession } from './use-today'

type OwnRecord = NonNullable<TodaySession['record']>

interface PresenceStateProps {
  record: TodaySession['record']
  timeZone: string
}

/** "You are here since 9:02", on time or late, and who said so where it was not the camera. */
export function PresenceState({ record, timeZone }: PresenceStateProps) {
  const t = useTranslations('clocking')
  if (!record) return null
  const look = statusLook[statusOf[hasLeft(record) ? 'LEFT' : record.status]]
  const Icon = look.icon
  return (
    <div className={classNames('flex items-start gap-3 rounded-md px-4 py-3.5', softTone[look.tone])}>
      <Icon aria-hidden="true" className="mt-0.5 size-7 shrink-0" />
      <div className="min-w-0">
        <p className="font-bold text-lg">
          <Words record={record} timeZone={timeZone} />
        </p>
        <p className="text-sm">
          {record.method === 'HAND' ? t(`byTeacher.${record.status}`) : t(`status.${record.status}`)}
        </p>
        {record.note && <p className="wrap-anywhere text-sm">{t('note', { note: record.note })}</p>}
      </div>
    </div>
  )
}

function Words({ record, timeZone }: { record: OwnRecord; timeZone: string }): ReactNode {
  const t = useTranslations('clocking')
  const { status, clockedInAt, clockedOutAt } = record
  if (status === 'ABSENT' || !clockedInAt) return t(`marked.${status}`)
  const inTime = () => <Time at={clockedInAt} timeZone={timeZone} />
  if (!clockedOutAt) return t.rich('hereSince', { time: inTime })
  return t.rich('hereFromTo', { from: inTime, to: () => <Time at={clockedOutAt} timeZone={timeZone} /> })
}
