import { useTranslations } from 'next-intl'
import type { ApiOutput } from '@/components/providers/api-output'
import { Time } from '@/components/ui/time'
import { CARRIED } from '@/domain/line-names'

type Payment = ApiOutput['payments']['byId']
type Line = Pick<Payment['lines'][number], 'kind' | 'name' | 'ofPeriod' | 'entryId'>

/** Where a line without an entry comes from. */
function originOf({ kind, name, ofPeriod }: Line) {
  if (name === CARRIED) return 'carried'
  if (ofPeriod) return 'corrected'
  if (kind === 'extra') return 'extra'
  return name === 'credit' ? 'credit' : 'earlier'
}

/** What a line was paid for: the time that its entry was worked, or how else it came about. */
export function PaidFor({ line, payment }: { line: Line; payment: Payment }) {
  const t = useTranslations('payments')
  const { timeZone } = payment.place
  const worked = payment.stretches.filter(({ entryId }) => entryId === line.entryId)
  if (line.entryId === null) return <Small>{t(`origin.${originOf(line)}`)}</Small>
  return worked.map(({ startedAt, endedAt }) => (
    <Small key={startedAt.getTime()}>
      {t.rich('line.worked', {
        from: () => <Time at={startedAt} timeZone={timeZone} format="dateTime" />,
        to: () => <Time at={endedAt} timeZone={timeZone} />,
      })}
    </Small>
  ))
}

const Small = ({ children }: { children: React.ReactNode }) => (
  <span className="block font-normal text-muted text-sm">{children}</span>
)
