import { useTranslations } from 'next-intl'
import type { ApiOutput } from '@/components/providers/api-output'
import { Time } from '@/components/ui/time'
import { useExactMoneyText, useMoneyText } from '@/components/words/money'
import { formatHours } from '@/domain/pay/durations'

type Answer = ApiOutput['payPeriods']['why']
type Line = Answer['lines'][number]

const MINUTE_MS = 60_000

/** How a sum was reckoned: the week's average, what is credited, and what it was before it was rounded. */
export function SumWords({ answer }: { answer: Answer }) {
  const t = useTranslations('pay-periods')
  const money = useMoneyText()
  const exactly = useExactMoneyText()
  const { average, credit, exact, lines, sum } = answer
  const said: string[] = []
  if (average) {
    const { pay, minutes, hourly } = average
    const hours = formatHours(minutes)
    said.push(t('reckoned.average', { pay: exactly(pay), hours, hourly: exactly(hourly) }))
  }
  if (credit) {
    const [premiums, overtime] = [exactly(credit.premiums), exactly(credit.overtime)]
    said.push(t('reckoned.credit', { premiums, overtime }))
  }
  if (exact?.minor.includes('.') && sum.amount) {
    said.push(t('reckoned.exact', { exact: exactly(exact), amount: money(sum.amount) }))
    if (lines.length > 1) said.push(t('reckoned.shared'))
  }
  if (said.length === 0) return null
  return <p className="border-b py-3 ps-12 pe-4 text-sm sm:ps-14 sm:pe-6">{said.join(' ')}</p>
}

/** Where a line without an entry comes from. */
function originOf({ kind, name }: Answer['sum']) {
  if (kind === 'extra') return 'extra'
  return kind === 'adjustment' && name === 'credit' ? 'credit' : 'earlier'
}

/** When the minutes of a line were, and what rounding made of the punches. */
export function LineWords({ line, answer }: { line: Line; answer: Answer }) {
  const t = useTranslations('pay-periods')
  const { timeZone } = answer.place
  const { times, rounded, dayRounded, entryId } = line
  const at = (moment: Date) => () => <Time at={moment} timeZone={timeZone} />
  if (entryId === null) return <p>{t(`line.origin.${originOf(answer.sum)}`)}</p>
  return (
    <>
      {times.map(({ from, minutes }) => (
        <p key={from.getTime()} className="tabular-nums">
          {t.rich('line.time', {
            from: at(from),
            to: at(new Date(from.getTime() + minutes * MINUTE_MS)),
          })}
        </p>
      ))}
      {rounded && (
        <p>
          {t.rich('line.rounded', {
            ...{ from: at(rounded.punched.from), to: at(rounded.punched.to) },
            ...{ begin: at(rounded.counted.from), end: at(rounded.counted.to) },
          })}
        </p>
      )}
      {dayRounded && (
        <p>
          {t('line.dayRounded', {
            ...{ worked: formatHours(dayRounded.worked), counted: formatHours(dayRounded.counted) },
          })}
        </p>
      )}
    </>
  )
}
