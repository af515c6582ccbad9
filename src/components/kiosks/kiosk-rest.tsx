import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useTimeText } from '@/components/ui/time'
import { daysBetween } from '@/domain/time'
import type { KioskState } from './use-kiosk-state'

/** Nothing to clock in to: when there will be. */
export function KioskRest({ state }: { state: KioskState }) {
  const t = useTranslations('kiosks')
  const timeText = useTimeText()
  const { next, now, schoolClass } = state
  const { timeZone } = schoolClass
  const today = next && daysBetween(now, next.plannedStart, timeZone) === 0
  const start = next && {
    time: timeText(next.plannedStart, timeZone, today ? 'time' : 'dateTime'),
    b: (words: ReactNode) => <span className="whitespace-nowrap font-semibold text-ink">{words}</span>,
  }
  return (
    <div role="status" className="mx-auto grid max-w-text justify-items-center gap-3 py-6 text-center">
      <p className="font-bold text-3xl">{t('rest.title')}</p>
      {start ? (
        <p className="text-muted text-xl">
          {next.title
            ? t.rich('rest.nextTitled', { title: next.title, ...start })
            : t.rich('rest.next', start)}
        </p>
      ) : (
        <p className="text-muted text-xl">{t('rest.none')}</p>
      )}
      <p className="text-lg text-muted">{t('rest.wakes')}</p>
    </div>
  )
}
