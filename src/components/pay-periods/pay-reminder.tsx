'use client'

import { useQuery } from '@tanstack/react-query'
import { CalendarClock } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { ApiOutput } from '@/components/providers/api-output'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Notice } from '@/components/ui/notice'
import { TextLink } from '@/components/ui/text-link'
import { useDaysText } from '@/components/words/calendar-day'
import { dayOf } from '@/domain/time'

type Waits = Omit<ApiOutput['payPeriods']['waiting'][number], 'place'>
type What = Exclude<keyof Waits, 'period'>

interface ReminderProps {
  name: string
  waits: Waits
  who: 'own' | 'led'
  hrefs: Record<What, string>
}

function Reminder({ name, waits, who, hrefs }: ReminderProps) {
  const t = useTranslations('pay-periods')
  const days = useDaysText()
  const { period } = waits
  const whats = (['flagged', 'unsigned', 'corrections'] as const).filter((what) => waits[what] > 0)
  return (
    <Notice
      tone="caution"
      icon={<CalendarClock />}
      title={t('reminder.title', { place: name, days: days(period.from, period.to) })}
    >
      <ul className="mt-1 grid gap-1">
        {whats.map((what) => (
          <li key={what}>
            <TextLink href={hrefs[what]}>{t(`reminder.${who}.${what}`, { count: waits[what] })}</TextLink>
          </li>
        ))}
      </ul>
    </Notice>
  )
}

/** What of one's own waits before one is paid; the page's stream tells when to ask anew. */
export function OwnPayReminder({ initial }: { initial: ApiOutput['overview']['own'] }) {
  const trpc = useTRPC()
  const { data } = useQuery(trpc.overview.own.queryOptions(undefined, { initialData: initial }))
  const reminders = data.map(({ employmentId, place, waits }) => {
    if (!waits) return null
    const today = dayOf(new Date(), place.timeZone)
    const [day = today] = [waits.period.to, today].sort()
    const hours = `/work/hours?workplace=${place.id}&day=${day}`
    const unsigned = `/work/pay/${employmentId}/${waits.period.from}`
    return (
      <Reminder
        key={employmentId}
        {...{ name: place.name, waits, who: 'own' }}
        hrefs={{ flagged: hours, corrections: hours, unsigned }}
      />
    )
  })
  return <Reminders>{reminders}</Reminders>
}

/** What waits at one's workplaces before people are paid. */
export function LedPayReminder({ workplaces }: { workplaces: ApiOutput['payPeriods']['waiting'] }) {
  const reminders = workplaces.map(({ place, ...waits }) => {
    const at = `/employ/workplaces/${place.id}`
    const review = `${at}/pay?day=${waits.period.from}`
    return (
      <Reminder
        key={place.id}
        {...{ name: place.name, waits, who: 'led' }}
        hrefs={{ flagged: review, unsigned: review, corrections: `${at}/now` }}
      />
    )
  })
  return <Reminders>{reminders}</Reminders>
}

/** Of several places beside each other where there is room. */
const Reminders = ({ children }: { children: ReactNode }) => (
  <div className="mb-6 grid gap-3 empty:hidden md:grid-cols-[repeat(auto-fit,minmax(22rem,1fr))]">
    {children}
  </div>
)
