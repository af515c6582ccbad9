import { CircleAlert, Info, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { TextLink } from '@/components/ui/text-link'
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

/** So many are shown before the others are asked for. */
const FIRST = 3

interface ExceptionsProps {
  exceptions: readonly ShownException[]
  /** The person's page of hours, for whoever may open it: a dated exception leads to its day there. */
  hours?: string | undefined
}

/** What is out of the ordinary in somebody's hours, those first that stop an approval; what is more than a few is folded. */
export function Exceptions({ exceptions, hours }: ExceptionsProps) {
  const t = useTranslations('pay-periods')
  const left = exceptions.slice(FIRST)
  if (exceptions.length === 0) return null
  return (
    <div className="grid gap-1 text-sm">
      <Listed exceptions={exceptions.slice(0, FIRST)} hours={hours} />
      {left.length > 0 && (
        <details>
          <summary className="flex min-h-8 cursor-pointer items-center text-muted underline">
            {t('exceptionsMore', { count: left.length })}
          </summary>
          <Listed exceptions={left} hours={hours} />
        </details>
      )}
    </div>
  )
}

function Listed({ exceptions, hours }: ExceptionsProps) {
  const t = useTranslations('pay-periods')
  const days = useDaysText()
  const keyed = exceptions.map((one, at) => ({ ...one, key: at }))
  return (
    <ul className="grid gap-1">
      {keyed.map(({ key, code, day, severity }) => {
        const { icon: Icon, ink } = looks[severity]
        const what = day
          ? t('exceptionOn', { what: t(`exception.${code}`), day: days(day) })
          : t(`exception.${code}`)
        return (
          <li key={key} className="flex items-start gap-1.5">
            <Icon aria-hidden="true" className={`mt-0.75 size-4 shrink-0 ${ink}`} />
            {day && hours ? (
              <TextLink prefetch={false} className="font-normal! text-ink!" href={`${hours}?day=${day}`}>
                {what}
              </TextLink>
            ) : (
              what
            )}
          </li>
        )
      })}
    </ul>
  )
}
