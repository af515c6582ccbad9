'use client'

import { useTranslations } from 'next-intl'
import { useServerTime } from '@/components/live/use-now'
import { classNames } from '@/components/ui/class-names'
import { Dial } from '@/components/ui/dial'
import { Time, useTimeText } from '@/components/ui/time'
import type { KioskState } from './use-kiosk-state'

/** The time of the class on a dial that fills as people come. */
export function KioskClock({ state, arrivedAt }: { state: KioskState; arrivedAt: number }) {
  const t = useTranslations('kiosks')
  const timeText = useTimeText()
  const now = useServerTime(state.now, arrivedAt)
  const { session, work, schoolClass } = state
  const here = session ? session.present + session.late : 0
  const total = session?.students ?? 0
  const time = timeText(now, schoolClass.timeZone)
  // "12:45 PM" in the size of "14:45" would stand on the ring.
  const [clock = time, ...halves] = time.split(/[\u00a0 ]/)
  return (
    <div className="flex flex-col items-center gap-3 text-center landscape:gap-5">
      <h1 className="line-clamp-2 wrap-anywhere text-balance font-bold text-2xl tracking-tight lg:text-3xl">
        {schoolClass.name}
      </h1>
      <Dial
        size={520}
        className={classNames(
          'w-full landscape:max-w-[min(32rem,60dvh)]',
          // Upright, the camera needs the room.
          session || work ? 'portrait:max-w-[17dvh]' : 'portrait:max-w-[min(22rem,34dvh)]',
        )}
        value={clock}
        {...(halves.length > 0 && { unit: halves.join('\u00a0') })}
        {...(session && { caption: t('clock.here', { here, total }) })}
        {...(work && { caption: t('work.here', { here: work.here + work.onBreak }) })}
        total={total}
        segments={[
          { key: 'present', value: session?.present ?? 0, tone: 'positive' },
          { key: 'late', value: session?.late ?? 0, tone: 'caution' },
        ]}
        label={session ? t('clock.label', { time, here, total }) : time}
      />
      <p className={classNames('text-lg text-muted', (session || work) && 'portrait:hidden')}>
        <Time at={now} timeZone={schoolClass.timeZone} format="longDate" />
      </p>
    </div>
  )
}
