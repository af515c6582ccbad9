'use client'

import { AlarmClock } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { hoursText } from '@/domain/worked-days'
import { useServerTime } from '../live/use-now'
import { Badge } from '../ui/badge'
import { TextLink } from '../ui/text-link'
import { Time } from '../ui/time'
import { type Person, standingLook } from './standings'

const MINUTE = 60_000

interface BoardRowProps {
  person: Person
  workplace: { timeZone: string }
  now: Date
  arrivedAt: number
}

export function BoardRow({ person, workplace: { timeZone }, now, arrivedAt }: BoardRowProps) {
  const t = useTranslations('time-entries')
  const at = useServerTime(now, arrivedAt)
  const { employmentId, name, standing, since, leftAt, kind, minutesToday, forgotten, jobTitle } = person
  const { tone, icon: Icon } = standingLook[standing]
  const running = standing === 'IN' ? Math.max(0, Math.floor((at.getTime() - now.getTime()) / MINUTE)) : 0
  const moment = since ?? leftAt
  return (
    <li className="grid min-h-12 grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1 px-4 py-2 sm:flex sm:px-6">
      <div className="min-w-0 flex-1">
        <TextLink
          prefetch={false}
          translate="no"
          href={`/employ/employments/${employmentId}`}
          className="wrap-anywhere inline-flex min-h-11 items-center sm:min-h-8"
        >
          {name}
        </TextLink>
        {(kind ?? jobTitle) && <p className="wrap-anywhere text-muted text-sm">{kind ?? jobTitle}</p>}
      </div>
      <div className="col-span-2 row-start-2 flex flex-wrap gap-x-3 gap-y-1 sm:justify-end">
        {forgotten > 0 && (
          <Badge tone="caution" icon={<AlarmClock aria-hidden="true" />}>
            {t('board.forgotten', { count: forgotten })}
          </Badge>
        )}
        <Badge tone={tone} icon={<Icon aria-hidden="true" />}>
          {moment
            ? t.rich(`board.since.${standing}`, { time: () => <Time at={moment} timeZone={timeZone} /> })
            : t(`board.standing.${standing}`)}
        </Badge>
      </div>
      <p className="col-start-2 row-start-1 w-14 text-end font-semibold tabular-nums">
        <span className="sr-only">{t('board.today')} </span>
        {hoursText(minutesToday + running)}
      </p>
    </li>
  )
}
