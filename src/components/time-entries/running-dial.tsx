'use client'

import { useTranslations } from 'next-intl'
import { hoursText, workedMs } from '@/domain/worked-days'
import type { WorkplaceToday } from '../clocking/clock-target'
import { useServerTime } from '../live/use-now'
import { Dial } from '../ui/dial'

const MINUTE = 60_000
/** A full turn of the dial. */
const TURN = 8 * 60

interface RunningDialProps {
  workplace: WorkplaceToday
  now: Date
  arrivedAt: number
}

/** The hours of today, running while somebody is in; a turn is eight hours. */
export function RunningDial({ workplace, now, arrivedAt }: RunningDialProps) {
  const t = useTranslations('time-entries')
  const at = useServerTime(now, arrivedAt)
  const { open, minutesToday } = workplace
  const since = open ? workedMs(open, at) - workedMs(open, now) : 0
  const minutes = Math.max(0, minutesToday + Math.floor(since / MINUTE))
  const hours = hoursText(minutes)
  const onBreak = open?.breaks.some(({ endedAt }) => endedAt === null) ?? false
  const tone = !open ? 'neutral' : onBreak ? 'caution' : 'positive'
  return (
    <Dial
      size={260}
      className="mx-auto w-full max-w-64!"
      value={hours}
      caption={t('today.caption')}
      total={TURN}
      segments={[{ key: 'worked', value: Math.min(minutes, TURN), tone }]}
      label={t('today.dial', { hours })}
    />
  )
}
