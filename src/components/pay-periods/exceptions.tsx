import { CircleAlert, Info, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useDaysText } from '@/components/words/calendar-day'
import type { ExceptionCode, Severity } from '@/domain/exceptions'

export interface ShownException {
  code: ExceptionCode
  day: string | null
  severity: Severity
}

const looks = {
  NOTE: { icon: Info, ink: 'text-muted' },
  WARNING: { icon: TriangleAlert, ink: 'text-caution-ink' },
  CRITICAL: { icon: CircleAlert, ink: 'text-negative-ink' },
} as const satisfies Record<Severity, { icon: typeof Info; ink: string }>

/** What is out of the ordinary in somebody's hours, those first that stop an approval. */
export function Exceptions({ exceptions }: { exceptions: readonly ShownException[] }) {
  const t = useTranslations('pay-periods')
  const days = useDaysText()
  if (exceptions.length === 0) return null
  const keyed = exceptions.map((one, at) => ({ ...one, key: at }))
  return (
    <ul className="grid gap-1 text-sm">
      {keyed.map(({ key, code, day, severity }) => {
        const { icon: Icon, ink } = looks[severity]
        return (
          <li key={key} className="flex items-start gap-1.5">
            <Icon aria-hidden="true" className={`mt-0.75 size-4 shrink-0 ${ink}`} />
            {day
              ? t('exceptionOn', { what: t(`exception.${code}`), day: days(day) })
              : t(`exception.${code}`)}
          </li>
        )
      })}
    </ul>
  )
}
