import { useTranslations } from 'next-intl'
import { Link } from '@/components/ui/link'
import { useDaysText } from '../words/calendar-day'
import type { WorkplaceNow } from './overview'

/** What somebody has to decide, each with the way there. */
export function Waiting({ workplace: { place, waiting, review } }: { workplace: WorkplaceNow }) {
  const t = useTranslations('overview')
  const days = useDaysText()
  const here = `/employ/workplaces/${place.id}`
  const known = (['asked', 'disputed', 'flagged'] as const).filter((what) => waiting[what] > 0)
  const toReview = review && review.people > 0 ? review : null
  if (known.length === 0 && !toReview) return <p className="text-muted text-sm">{t('nothing')}</p>
  return (
    <ul aria-label={t('waiting')} className="grid text-sm">
      {known.map((what) => (
        <li key={what}>
          <WaitingLink href={what === 'flagged' ? `${here}/hours?show=FLAGGED` : `${here}/now`}>
            {t(what, { count: waiting[what] })}
          </WaitingLink>
        </li>
      ))}
      {toReview && (
        <li>
          <WaitingLink href={`${here}/pay?day=${toReview.period.from}`}>
            {t('review', { count: toReview.people, days: days(toReview.period.from, toReview.period.to) })}
          </WaitingLink>
        </li>
      )}
    </ul>
  )
}

export function WaitingLink({ href, children }: { href: string; children: string }) {
  return (
    <Link href={href} className="flex min-h-11 items-center font-semibold text-accent-ink underline">
      {children}
    </Link>
  )
}
