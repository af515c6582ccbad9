'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { Link } from '@/components/ui/link'
import { type BoardStanding, boardStandings } from '@/domain/time-entries'
import { hoursText } from '@/domain/worked-days'
import { useTRPC } from '../providers/trpc-provider'
import { standingLook } from '../time-entries/standings'
import { useHoursStream } from '../time-entries/use-work'
import { classNames } from '../ui/class-names'
import { softTone } from '../ui/tones'
import { Figure } from './figure'
import type { OverviewNow } from './overview'
import { PeriodSoFar } from './period-so-far'
import { Waiting } from './waiting'

interface WorkplaceOverviewProps {
  workplaceId: string
  /** What was known of these workplaces when the page was made. */
  initial: OverviewNow
  /** Whether it is asked for this workplace alone. */
  alone?: boolean
  /** Whether it has the whole width of the page. */
  wide?: boolean
}

/** A workplace at this moment, as it happens. */
export function WorkplaceOverview(props: WorkplaceOverviewProps) {
  const { workplaceId, initial, alone = false, wide = false } = props
  const t = useTranslations('overview')
  const trpc = useTRPC()
  const wanted = alone ? { workplaceId } : {}
  const { data, error } = useQuery(trpc.overview.now.queryOptions(wanted, { initialData: initial }))
  const { viewerId, lastEventId: since } = initial
  useHoursStream({ feed: { kind: 'workplace', workplaceId }, viewerId, since, error })
  const one = data.workplaces.find(({ place }) => place.id === workplaceId)
  if (!one) return null
  const { rights, minutesToday } = one
  const here = `/employ/workplaces/${workplaceId}`
  return (
    <div className={classNames('grid items-start gap-x-10 gap-y-4', wide && 'lg:grid-cols-3')}>
      <ul aria-label={t('now')} className="grid grid-cols-2 gap-2 [&>li:last-child]:col-span-2">
        {boardStandings.map((standing) => (
          <li key={standing}>
            <Standing
              {...{ standing, href: `${here}/now?show=${standing}`, count: one.standings[standing] }}
            />
          </li>
        ))}
      </ul>
      {rights.approve || rights.seeWages ? (
        <div className="grid gap-4">
          <PeriodSoFar {...{ workplaceId, minutesToday }} />
        </div>
      ) : (
        <dl>
          <Figure label={t('hoursToday')}>{hoursText(minutesToday)}</Figure>
        </dl>
      )}
      <Waiting workplace={one} />
    </div>
  )
}

interface StandingProps {
  standing: BoardStanding
  href: string
  count: number
}

function Standing({ standing, href, count }: StandingProps) {
  const t = useTranslations('time-entries')
  const { icon: Icon, tone } = standingLook[standing]
  return (
    <Link
      href={href}
      className={classNames(
        'flex min-h-11 items-center gap-2 rounded-md px-3 py-2 font-semibold text-sm hover:underline',
        softTone[count > 0 ? tone : 'neutral'],
      )}
    >
      <Icon aria-hidden="true" className="size-4.5 shrink-0" />
      {t(`board.count.${standing}`, { count })}
    </Link>
  )
}
