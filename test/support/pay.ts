import { Temporal } from 'temporal-polyfill'
import { calculatePay } from '@/domain/pay/calculate'
import type { PayLine, PayResult } from '@/domain/pay/result'
import type { PayInput, PayRules } from '@/domain/pay/schema'

export type GivenEntry = PayInput['entries'][number]

/** The instant at which clocks of a zone show `2026-03-02 08:00`; of two, the first. */
export const instantIn = (zone: string, local: string) =>
  Temporal.PlainDateTime.from(local.replace(' ', 'T'))
    .toZonedDateTime(zone, { disambiguation: 'earlier' })
    .toString({ timeZoneName: 'never', smallestUnit: 'second' })

/** An entry from and to times by the clock on the wall; `to` is of the same day where it has none. */
export function workedIn(zone: string) {
  return (id: string, from: string, to: string, more: Partial<GivenEntry> = {}): GivenEntry => ({
    id,
    in: instantIn(zone, from),
    out: instantIn(zone, to.includes('-') ? to : `${from.slice(0, 10)} ${to}`),
    ...more,
  })
}

export const worked = workedIn('UTC')

/** A break by the clock on the wall of UTC. */
export const pause = (from: string, to: string, paid = false) => ({
  start: instantIn('UTC', from),
  end: instantIn('UTC', `${from.slice(0, 10)} ${to}`),
  paid,
})

/** The rules from 2026 on. */
export const rules = (given: Omit<PayRules, 'from'>): PayRules[] => [{ from: '2026-01-01', ...given }]

/** Hours and pay in UTC and euro, at 20.00 an hour, in March 2026 unless something else is given. */
export function pay(entries: readonly GivenEntry[], given: Partial<PayInput> = {}): PayResult {
  return calculatePay({
    timeZone: 'UTC',
    currency: 'EUR',
    period: { from: '2026-03-01', to: '2026-03-31' },
    rates: [{ from: '2025-01-01', hourly: 2000 }],
    entries: [...entries],
    ...given,
  })
}

/** Lines of some kinds as `[day, kind, name, minutes, rate, factor, amount]`, the day without its year. */
export const brief = ({ lines }: PayResult, ...kinds: PayLine['kind'][]) =>
  lines
    .filter(({ kind }) => kinds.length === 0 || kinds.includes(kind))
    .map(({ day, kind, name, minutes, rate, factor, amount }) => [
      day.slice(5),
      kind,
      name,
      minutes,
      rate,
      factor,
      amount,
    ])
