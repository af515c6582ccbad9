import { Time } from '@/components/ui/time'
import { daysBetween } from '@/domain/time'
import type { KioskState } from './use-kiosk-state'

/** Nothing to clock in to: when there will be. */
export function KioskRest({ state }: { state: KioskState }) {
  const { next, now, schoolClass } = state
  const { timeZone } = schoolClass
  return (
    <div role="status" className="mx-auto grid max-w-text justify-items-center gap-3 py-6 text-center">
      <p className="font-bold text-3xl">No session is open</p>
      {next ? (
        <p className="text-muted text-xl">
          {next.title ?? 'The next one'} is planned for{' '}
          <Time
            at={next.plannedStart}
            timeZone={timeZone}
            format={daysBetween(now, next.plannedStart, timeZone) === 0 ? 'time' : 'dateTime'}
            className="font-semibold text-ink"
          />
          .
        </p>
      ) : (
        <p className="text-muted text-xl">None is planned. Your teacher starts one when it is time.</p>
      )}
      <p className="text-lg text-muted">This page wakes up by itself.</p>
    </div>
  )
}
