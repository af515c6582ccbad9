import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { LinkButton } from '@/components/ui/link-button'
import { useDaysText } from '@/components/words/calendar-day'
import { dayAfter } from '@/domain/weeks'

interface PeriodChoiceProps {
  period: { from: string; to: string }
  today: string
  /** The page of the period that a day belongs to. */
  href: (day: string) => string
}

/** The period that is shown, and the way to the one before and after. */
export function PeriodChoice({ period: { from, to }, today, href }: PeriodChoiceProps) {
  const t = useTranslations('pay-periods')
  const days = useDaysText()
  return (
    <nav aria-label={t('period.choose')} className="flex flex-wrap items-center gap-2">
      <LinkButton
        href={href(dayAfter(from, -1))}
        variant="secondary"
        size="sm"
        aria-label={t('period.previous')}
      >
        <ChevronLeft aria-hidden="true" className="rtl:rotate-180" />
      </LinkButton>
      <span className="font-semibold tabular-nums">{days(from, to)}</span>
      {to < today && (
        <LinkButton href={href(dayAfter(to))} variant="secondary" size="sm" aria-label={t('period.next')}>
          <ChevronRight aria-hidden="true" className="rtl:rotate-180" />
        </LinkButton>
      )}
    </nav>
  )
}
