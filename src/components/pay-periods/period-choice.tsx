import { useTranslations } from 'next-intl'
import { DaysChoice } from '@/components/ui/days-choice'

interface PeriodChoiceProps {
  period: { from: string; to: string }
  today: string
  /** The page of the period that a day belongs to. */
  href: (day: string) => string
}

/** The period that is shown, and the way to the one before and after. */
export function PeriodChoice({ period, today, href }: PeriodChoiceProps) {
  const t = useTranslations('pay-periods')
  const words = { choose: t('period.choose'), previous: t('period.previous'), next: t('period.next') }
  return <DaysChoice days={period} {...{ today, words, href }} />
}
