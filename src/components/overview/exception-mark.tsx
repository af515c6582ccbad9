import { TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { WeekRow } from './overview'

/** That something of these hours is out of the ordinary. */
export function ExceptionMark({ exceptions: { length: count } }: Pick<WeekRow, 'exceptions'>) {
  const t = useTranslations('overview')
  if (count === 0) return null
  const words = t('week.exceptions', { count })
  return (
    <span title={words} className="inline-flex shrink-0 items-center gap-1 text-caution-ink text-sm">
      <TriangleAlert aria-hidden="true" className="size-4" />
      <span className="sr-only">{words}</span>
    </span>
  )
}
