import type { ReactNode } from 'react'
import { statusOf } from '@/components/attendance/standing-look'
import { classNames } from '@/components/ui/class-names'
import { useStatusWords } from '@/components/ui/status-words'
import { statusLook } from '@/components/ui/statuses'
import { Time } from '@/components/ui/time'
import { softTone } from '@/components/ui/tones'
import type { TodaySession } from './use-today'

type OwnRecord = NonNullable<TodaySession['record']>

interface PresenceStateProps {
  record: TodaySession['record']
  timeZone: string
}

/** "You are here since 9:02", on time or late, and who said so where it was not the camera. */
export function PresenceState({ record, timeZone }: PresenceStateProps) {
  const word = useStatusWords()
  if (!record) return null
  const look = statusLook[statusOf[record.status]]
  const Icon = look.icon
  return (
    <div className={classNames('flex items-start gap-3 rounded-md px-4 py-3.5', softTone[look.tone])}>
      <Icon aria-hidden="true" className="mt-0.5 size-7 shrink-0" />
      <div className="min-w-0">
        <p className="font-bold text-lg">
          <Words record={record} timeZone={timeZone} />
        </p>
        <p className="text-sm">{detailsOf(record, word(statusOf[record.status]))}</p>
        {record.note && <p className="wrap-anywhere text-sm">Note: {record.note}</p>}
      </div>
    </div>
  )
}

function Words({ record, timeZone }: { record: OwnRecord; timeZone: string }): ReactNode {
  const statusWord = useStatusWords()
  const { status, clockedInAt, clockedOutAt } = record
  if (status === 'ABSENT') return 'You are marked absent. Clock in if you are here.'
  if (!clockedInAt)
    return status === 'EXCUSED'
      ? 'You are excused'
      : `You are marked ${statusWord(statusOf[status]).toLowerCase()}`
  if (clockedOutAt) {
    return (
      <>
        You were here from <Time at={clockedInAt} timeZone={timeZone} /> to{' '}
        <Time at={clockedOutAt} timeZone={timeZone} />
      </>
    )
  }
  return (
    <>
      You are here since <Time at={clockedInAt} timeZone={timeZone} />
    </>
  )
}

/** "On time", or "Late · marked by your teacher". */
function detailsOf({ status, method }: OwnRecord, statusWord: string): string {
  const word = status === 'PRESENT' ? 'On time' : statusWord
  return method === 'HAND' ? `${word} · marked by your teacher` : word
}
