'use client'

import { AlarmClock, Coffee, MapPinOff } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { dayOf } from '@/domain/time'
import { hoursText, pausedMs, workedMs } from '@/domain/worked-days'
import { Badge } from '../ui/badge'
import { Time } from '../ui/time'
import type { Entry } from './use-work'

const MINUTE = 60_000

interface EntryRowProps {
  entry: Entry
  timeZone: string
  now: Date
  actions?: ReactNode
  /** Where no day stands above it. */
  dated?: boolean
}

/** From when to when, its breaks, and what there is to know about it. */
export function EntryRow({ entry, timeZone, now, actions, dated = false }: EntryRowProps) {
  const t = useTranslations('time-entries')
  const { startedAt, endedAt, breaks, kind, flag, inSite, outSite, outMethod, inMethod } = entry
  const otherDay = endedAt && dayOf(startedAt, timeZone) !== dayOf(endedAt, timeZone)
  const paused = pausedMs(entry, now)
  const start = <Time at={startedAt} timeZone={timeZone} format={dated ? 'dateTime' : 'time'} />
  const outside = inSite === 'OUTSIDE' || outSite === 'OUTSIDE'
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
      <div className={`min-w-0 flex-1 ${actions ? 'basis-28' : 'basis-56'}`}>
        <p className="font-semibold">
          {endedAt
            ? t.rich('entry.fromTo', {
                from: () => start,
                to: () => <Time at={endedAt} timeZone={timeZone} format={otherDay ? 'dateTime' : 'time'} />,
              })
            : t.rich('entry.since', { from: () => start })}
        </p>
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-muted text-sm">
          <span>{t(`method.${outMethod ?? inMethod}`)}</span>
          {kind && <span className="wrap-anywhere">{kind.name}</span>}
          {breaks.length > 0 && (
            <span className="inline-flex items-center gap-1">
              <Coffee aria-hidden="true" className="size-4" />
              {t('entry.breaks', { hours: hoursText(Math.floor(paused / MINUTE)) })}
            </span>
          )}
          {flag && (
            <Badge tone="caution" icon={<AlarmClock aria-hidden="true" />}>
              {t('entry.forgotten')}
            </Badge>
          )}
          {outside && (
            <Badge tone="caution" icon={<MapPinOff aria-hidden="true" />}>
              {t('entry.outside')}
            </Badge>
          )}
        </p>
      </div>
      {actions && <div className="flex gap-1">{actions}</div>}
      {/* Under the total of the day, whatever can be done. */}
      <p className="min-w-11 text-end font-semibold tabular-nums">
        {hoursText(Math.floor(workedMs(entry, now) / MINUTE))}
      </p>
    </li>
  )
}
