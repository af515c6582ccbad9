import { instantIn, pay, rules, worked } from '@test/support/pay'
import { each, type PublishedCase, published } from '@test/support/published-cases'
import { expect } from 'vitest'
import { decimalMoney, minorUnitDigits } from '@/domain/money'
import { parseDuration } from '@/domain/pay/durations'
import type { PayRules } from '@/domain/pay/schema'
import { roundPunch } from '@/domain/pay/stretches'

type Rounding = NonNullable<PayRules['rounding']>
const quarter = { minutes: 15, mode: 'nearest' } as const
const minute = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
const modes: Record<string, Rounding['mode']> = {
  default: 'employee',
  floor: 'down',
  ceil: 'up',
  closest: 'nearest',
}
const modeOf = ({ given }: PublishedCase) => modes[String(given.mode)] ?? 'nearest'

const paidSeconds = ({ given }: PublishedCase, rounding: Rounding) => {
  const at = (time: unknown) => instantIn('UTC', `2026-03-02 ${time}`)
  const entry = { id: 'a', in: at(given.begin), out: at(given.end) }
  return pay([entry], { rules: rules({ rounding }) }).totals.paidMinutes * 60
}

const punches = (one: PublishedCase) => {
  const rounding: Rounding = { minutes: Number(one.given.begin_minutes), of: 'punch', mode: modeOf(one) }
  const rounded = (time: unknown, side: 'in' | 'out') => roundPunch(minute(String(time)), side, rounding)
  expect(rounded(one.given.begin, 'in')).toBe(minute(String(one.expect.begin)))
  expect(rounded(one.given.end, 'out')).toBe(minute(String(one.expect.end)))
  expect(paidSeconds(one, rounding)).toBe(one.expect.duration_seconds)
}

const day = (one: PublishedCase) => {
  const rounding: Rounding = { minutes: Number(one.given.duration_minutes), of: 'day', mode: modeOf(one) }
  expect(paidSeconds(one, rounding)).toBe(one.expect.duration_seconds)
}

const digits = ({ given, expect: answer }: PublishedCase) =>
  expect(minorUnitDigits(String(given.currency))).toBe(answer.minor_unit_digits)

const seconds = 'seconds are dropped before anything else'
const hours = 'money comes from exact minutes, not from hours rounded to hundredths'

published(
  'rounding.json',
  {
    ...each(['kimai-default-15-15-0', 'kimai-floor-1-1-0'], punches),
    ...each(
      ['kimai-floor-0-0-30', 'kimai-closest-0-0-30', 'kimai-default-0-1-30', 'kimai-floor-0-1-30'],
      day,
    ),
    ...each(['kimai-parse-8.20', 'kimai-parse-3127:00'], ({ given, expect: answer }) => {
      const minutes = parseDuration(String(given.typed ?? given.typed_hours))
      expect(Number(minutes) * 60).toBe(answer.seconds)
    }),
    'kimai-parse-refused-3127::00': ({ given }) => expect(parseDuration(String(given.typed))).toBeNull(),
    ...each(['flsa-quarter-8', 'flsa-quarter-14'], ({ given, expect: answer }) => {
      expect(roundPunch(Number(given.minutes_past_quarter), 'in', quarter)).toBe(answer.rounded_minutes)
    }),
    ...each(['arizona-out-16:55', 'arizona-out-17:06', 'arizona-out-16:47'], ({ given, expect: answer }) => {
      expect(roundPunch(minute(String(given.punch)), 'out', quarter)).toBe(minute(String(answer.rounded)))
    }),
    'bizfluent-day': ({ given, expect: answer }) => {
      expect(roundPunch(minute(String(given.in)), 'in', quarter)).toBe(minute(String(answer.in)))
      expect(roundPunch(minute(String(given.out)), 'out', quarter)).toBe(minute(String(answer.out)))
    },
    'arizona-day-hours': ({ given, expect: answer }) => {
      const breaks = [{ start: '2026-03-02T12:00:00Z', end: '2026-03-02T13:00:00Z' }]
      const entry = worked('a', `2026-03-02 ${given.in}`, String(given.out), { breaks })
      const result = pay([entry], { rules: rules({ rounding: { ...quarter, of: 'punch' } }) })
      expect(result.totals.paidMinutes).toBe(Number(answer.hours) * 60)
    },
    ...each(
      ['ISK', 'VND', 'CLP', 'USD', 'HUF', 'MGA', 'KWD', 'OMR', 'JOD', 'LYD'].map((code) => `iso4217-${code}`),
      digits,
    ),
    'line-half-up-KWD': ({ given, expect: answer }) => {
      const rates = [{ from: '2026-01-01', hourly: Number(String(given.hourly).replace('.', '')) }]
      const { gross } = pay([worked('a', '2026-03-02 08:00', '08:30')], { rates, currency: 'KWD' }).totals
      expect(decimalMoney(gross, 'KWD')).toBe(answer.line)
    },
  },
  {
    'kimai-default-1-1-0': seconds,
    'kimai-closest-1-1-0': seconds,
    'kimai-default-0-0-0': seconds,
    'kimai-ceil-0-0-0': seconds,
    'kimai-closest-0-0-0': seconds,
    'kimai-ceil-15-0-30': 'either punches are rounded or days, never both',
    'kimai-closest-midpoint': 'exactly half a step goes later',
    'kimai-decimal-1': hours,
    'kimai-decimal-5': hours,
    'kimai-decimal-6': hours,
    'kimai-decimal-9': hours,
    'kimai-decimal-12': hours,
    'kimai-decimal-114.75-900': hours,
    'kimai-decimal-114.75-3283': hours,
    'kimai-decimal-duration-0': hours,
    'kimai-decimal-duration-45': hours,
    'kimai-decimal-duration-59': hours,
    'kimai-decimal-duration-1234': hours,
    'kimai-factor': seconds,
    'kimai-parse-1h96m137s': 'durations are typed as h:mm or as a decimal',
    'solidtime-down': 'stretches or days are rounded, not entries',
  },
)
