import { CircleAlert, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useDaysText } from '@/components/words/calendar-day'
import type { TimesheetException } from '@/domain/timesheets'

/** What is out of the ordinary in somebody's hours, those first that stop an approval. */
export function Exceptions({ exceptions }: { exceptions: readonly TimesheetException[] }) {
  const t = useTranslations('pay-periods')
  const days = useDaysText()
  if (exceptions.length === 0) return null
  const keyed = exceptions.map((one, at) => ({ ...one, key: at }))
  return (
    <ul className="grid gap-1 text-sm">
      {keyed.map(({ key, code, day, critical }) => {
        const Icon = critical ? CircleAlert : TriangleAlert
        return (
          <li key={key} className="flex items-start gap-1.5">
            <Icon
              aria-hidden="true"
              className={`mt-0.75 size-4 shrink-0 ${critical ? 'text-negative-ink' : 'text-caution-ink'}`}
            />
            {day
              ? t('exceptionOn', { what: t(`exception.${code}`), day: days(day) })
              : t(`exception.${code}`)}
          </li>
        )
      })}
    </ul>
  )
}
