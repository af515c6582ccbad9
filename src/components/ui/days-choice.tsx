import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useDaysText } from '@/components/words/calendar-day'
import { dayAfter } from '@/domain/weeks'
import { classNames } from './class-names'
import { LinkButton } from './link-button'

interface StepProps {
  href: string
  label: string
  to: 'earlier' | 'later'
}

/** A step to what was before or comes after; it points as the reader's language runs. */
export function Step({ href, label, to }: StepProps) {
  const Chevron = to === 'earlier' ? ChevronLeft : ChevronRight
  return (
    <LinkButton href={href} variant="secondary" size="sm" aria-label={label}>
      <Chevron aria-hidden="true" className="rtl:rotate-180" />
    </LinkButton>
  )
}

interface DaysChoiceProps {
  days: { from: string; to: string }
  today: string
  words: { choose: string; previous: string; next: string }
  /** The page of the days that a day belongs to. */
  href: (day: string) => string
  className?: string
}

/** The days that are shown, and the way to those before and after, as long as these have begun. */
export function DaysChoice({ days: { from, to }, today, words, href, className }: DaysChoiceProps) {
  const daysText = useDaysText()
  return (
    <nav aria-label={words.choose} className={classNames('flex flex-wrap items-center gap-2', className)}>
      <Step to="earlier" href={href(dayAfter(from, -1))} label={words.previous} />
      <span className="font-semibold tabular-nums">{daysText(from, to)}</span>
      {to < today && <Step to="later" href={href(dayAfter(to))} label={words.next} />}
    </nav>
  )
}
