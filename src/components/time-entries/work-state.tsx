import { Coffee, LogIn, LogOut } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { WorkplaceToday } from '../clocking/clock-target'
import { classNames } from '../ui/class-names'
import { Time } from '../ui/time'
import { softTone } from '../ui/tones'

/** "In since 8:02", on a break, or not in. */
export function WorkState({ workplace: { open, timeZone, minutesToday } }: { workplace: WorkplaceToday }) {
  const t = useTranslations('time-entries')
  const pause = open?.breaks.find(({ endedAt }) => endedAt === null)
  const [tone, Icon] = !open
    ? (['neutral', LogOut] as const)
    : pause
      ? (['caution', Coffee] as const)
      : (['positive', LogIn] as const)
  const time = (at: Date) => () => <Time at={at} timeZone={timeZone} />
  return (
    <div className={classNames('flex items-start gap-3 rounded-md px-4 py-3.5', softTone[tone])}>
      <Icon aria-hidden="true" className="mt-0.5 size-6 shrink-0" />
      <div className="min-w-0">
        <p className="font-bold text-lg">
          {pause
            ? t.rich('state.onBreak', { time: time(pause.startedAt) })
            : open
              ? t.rich('state.in', { time: time(open.startedAt) })
              : minutesToday > 0
                ? t('state.gone')
                : t('state.out')}
        </p>
        {open?.kind && <p className="wrap-anywhere text-sm">{open.kind.name}</p>}
      </div>
    </div>
  )
}
