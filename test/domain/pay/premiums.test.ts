import { brief, pay, rules, worked } from '@test/support/pay'
import { describe, expect, it } from 'vitest'
import type { PayInput, PayPremium, PayRules } from '@/domain/pay/schema'

type Given = Omit<PayRules, 'from' | 'premiums'>
const night: PayPremium = { name: 'night', from: '22:00', to: '06:00', factor: '0.25' }
const sunday: PayPremium = { name: 'sunday', days: ['sunday'], factor: '0.5' }
const holiday: PayPremium = { name: 'holiday', holidays: true, factor: '1.25' }

const premiumsOf = (
  from: string,
  to: string,
  premiums: PayPremium[],
  given: Given = {},
  more: Partial<PayInput> = {},
) =>
  brief(pay([worked('a', from, to)], { rules: rules({ premiums, ...given }), ...more }), 'premium').map(
    (line) => line.filter((_, i) => i !== 1),
  )

describe('a premium', () => {
  it('is a share of the hour’s own rate for the minutes it touches, beside them', () => {
    const result = pay([worked('a', '2026-03-02 20:00', '2026-03-03 07:00')], {
      rules: rules({ premiums: [night] }),
    })
    expect(brief(result)).toEqual([
      ['03-02', 'regular', null, 240, 2000, '1', 8000],
      ['03-02', 'premium', 'night', 120, 2000, '0.25', 1000],
      ['03-03', 'regular', null, 420, 2000, '1', 14_000],
      ['03-03', 'premium', 'night', 360, 2000, '0.25', 3000],
    ])
    expect(result.totals).toMatchObject({ paidMinutes: 660, gross: 26_000 })
  })

  it('may be an amount an hour', () => {
    expect(
      premiumsOf('2026-03-02 21:00', '2026-03-02 23:30', [
        { name: 'late', from: '22:00', to: '23:00', amount: 150 },
      ]),
    ).toEqual([['03-02', 'late', 60, 150, '1', 150]])
  })

  it('begins with the minute of its start and ends before that of its end', () => {
    const late = { ...night, from: '18:00', to: '20:00' }
    expect(premiumsOf('2026-03-02 17:00', '2026-03-02 18:00', [late])).toEqual([])
    expect(premiumsOf('2026-03-02 17:00', '2026-03-02 18:01', [late]).map((line) => line[2])).toEqual([1])
    expect(premiumsOf('2026-03-02 19:59', '2026-03-02 21:00', [late]).map((line) => line[2])).toEqual([1])
    expect(premiumsOf('2026-03-02 20:00', '2026-03-02 21:00', [late])).toEqual([])
    expect(premiumsOf('2026-03-02 05:59', '2026-03-02 08:00', [night]).map((line) => line[2])).toEqual([1])
    expect(premiumsOf('2026-03-02 06:00', '2026-03-02 08:00', [night])).toEqual([])
  })

  it('lasts the whole day where it has no window, to midnight where it has no end', () => {
    const all = (premium: Partial<PayPremium>) =>
      premiumsOf('2026-03-02 00:00', '2026-03-03 00:00', [{ name: 'x', factor: '1', ...premium }]).map(
        (line) => line[2],
      )
    expect([
      all({}),
      all({ from: '08:00', to: '08:00' }),
      all({ from: '18:00' }),
      all({ to: '06:00' }),
    ]).toEqual([[1440], [1440], [360], [360]])
  })

  it('of weekdays looks at the day of the minute itself, midnight ends it', () => {
    expect(premiumsOf('2026-03-07 22:00', '2026-03-08 02:00', [sunday])).toEqual([
      ['03-08', 'sunday', 120, 2000, '0.5', 2000],
    ])
    expect(premiumsOf('2026-03-08 22:00', '2026-03-09 02:00', [sunday])).toEqual([
      ['03-08', 'sunday', 120, 2000, '0.5', 2000],
    ])
    const both = { ...sunday, from: '22:00', to: '02:00' }
    expect(premiumsOf('2026-03-07 20:00', '2026-03-08 04:00', [both]).map((line) => line[2])).toEqual([120])
    const two = { ...sunday, days: ['saturday' as const, 'sunday' as const] }
    expect(premiumsOf('2026-03-06 22:00', '2026-03-07 02:00', [two]).map((line) => line[2])).toEqual([120])
  })

  it('looks at the clock of the minute, whatever day a shift belongs to', () => {
    expect(premiumsOf('2026-03-07 22:00', '2026-03-08 02:00', [sunday], { shiftDay: 'start' })).toEqual([
      ['03-07', 'sunday', 120, 2000, '0.5', 2000],
    ])
    expect(premiumsOf('2026-03-07 22:00', '2026-03-08 02:00', [sunday], { dayStart: '04:00' })).toEqual([
      ['03-07', 'sunday', 120, 2000, '0.5', 2000],
    ])
  })

  it('is by the rules of the work day', () => {
    const versions = [
      { from: '2026-01-01', premiums: [night] },
      { from: '2026-03-03', premiums: [{ ...night, factor: '0.4' }] },
    ]
    const entry = worked('a', '2026-03-02 22:00', '2026-03-03 02:00')
    expect(brief(pay([entry], { rules: versions }), 'premium').map((line) => line[5])).toEqual([
      '0.25',
      '0.4',
    ])
    const [first, ...others] = versions.map((one) => ({ ...one, shiftDay: 'start' as const }))
    const started = pay([entry], { rules: [...(first ? [first] : []), ...others] })
    expect(brief(started, 'premium').map((line) => line[5])).toEqual(['0.25'])
  })

  it('goes on beside overtime, on the hour’s own rate', () => {
    const result = pay([worked('a', '2026-03-02 12:00', '23:00')], {
      rules: rules({ premiums: [night], overtime: { daily: [{ afterMinutes: 480, factor: '1.5' }] } }),
    })
    expect(brief(result)).toEqual([
      ['03-02', 'regular', null, 480, 2000, '1', 16_000],
      ['03-02', 'overtime', null, 180, 2000, '1.5', 9000],
      ['03-02', 'premium', 'night', 60, 2000, '0.25', 500],
    ])
  })

  it('is not paid for a break', () => {
    const entry = worked('a', '2026-03-02 20:00', '2026-03-02 23:00', {
      breaks: [{ start: '2026-03-02T21:50:00Z', end: '2026-03-02T22:10:00Z' }],
    })
    expect(
      brief(pay([entry], { rules: rules({ premiums: [night] }) }), 'premium').map((line) => line[3]),
    ).toEqual([50])
  })
})

describe('several premiums', () => {
  const at = (from: string, to: string, given: Given = {}, premiums = [night, sunday, holiday]) =>
    premiumsOf(from, to, premiums, given, { holidays: ['2026-03-08', '2026-03-10'] }).map((line) =>
      line.slice(1, 3),
    )

  it('add up (EStG § 3b: night and Sunday)', () => {
    expect(
      premiumsOf('2026-03-08 22:00', '2026-03-08 23:00', [night, sunday]).map((line) => line[5]),
    ).toEqual([500, 1000])
  })

  it('hide those of weekdays under one of a holiday, and no others', () => {
    expect(at('2026-03-08 21:00', '2026-03-08 23:00')).toEqual([
      ['holiday', 120],
      ['night', 60],
    ])
    expect(at('2026-03-10 21:00', '2026-03-10 22:00')).toEqual([['holiday', 60]])
    expect(at('2026-03-01 21:00', '2026-03-01 22:00')).toEqual([['sunday', 60]])
  })

  it('hide a weekday’s only for the minutes of the holiday’s window', () => {
    const afternoon = { ...holiday, from: '14:00', to: '00:00' }
    expect(at('2026-03-08 12:00', '2026-03-08 16:00', {}, [sunday, afternoon])).toEqual([
      ['holiday', 120],
      ['sunday', 120],
    ])
  })

  it('do not hide one of holidays that names weekdays too', () => {
    const both = { ...holiday, name: 'holiday on Sunday', days: ['sunday' as const] }
    expect(at('2026-03-08 12:00', '2026-03-08 13:00', {}, [both, holiday, sunday])).toEqual([
      ['holiday', 60],
      ['holiday on Sunday', 60],
    ])
    expect(at('2026-03-10 12:00', '2026-03-10 13:00', {}, [both])).toEqual([])
  })

  it('are one where the highest wins, the first of equal ones', () => {
    const highest = { stacking: 'highest' } as const
    const sunnight = (premiums: PayPremium[]) =>
      premiumsOf('2026-03-08 22:00', '2026-03-08 23:00', premiums, highest).map((line) => [line[1], line[5]])
    expect(sunnight([night, sunday])).toEqual([['sunday', 1000]])
    expect(sunnight([sunday, night])).toEqual([['sunday', 1000]])
    const same = { name: 'same', amount: 1000 }
    expect(sunnight([sunday, same])).toEqual([['sunday', 1000]])
    expect(sunnight([same, sunday])).toEqual([['same', 1000]])
    expect(sunnight([sunday, { ...same, amount: 1001 }])).toEqual([['same', 1001]])
    expect(sunnight([{ ...same, amount: 999 }, sunday])).toEqual([['sunday', 1000]])
    expect(sunnight([])).toEqual([])
  })

  it('are chosen by what they pay for the minute’s own rate', () => {
    const premiums = [
      { name: 'share', factor: '0.5' },
      { name: 'sum', amount: 900 },
    ]
    const rates = [
      { from: '2026-01-01', hourly: 2000 },
      { from: '2026-01-01', kind: 'kitchen', hourly: 1000 },
    ]
    const entries = [
      worked('a', '2026-03-02 08:00', '09:00'),
      worked('b', '2026-03-02 09:00', '10:00', { kind: 'kitchen' }),
    ]
    const result = pay(entries, { rates, rules: rules({ premiums, stacking: 'highest' }) })
    expect(brief(result, 'premium').map((line) => line[2])).toEqual(['share', 'sum'])
  })

  it('may share a name and still be told apart by what they pay', () => {
    const premiums = [
      { name: 'night', from: '20:00', to: '00:00', factor: '0.25' },
      { name: 'night', from: '00:00', to: '04:00', factor: '0.4' },
      { name: 'night', from: '04:00', to: '06:00', factor: '0.25' },
    ]
    expect(premiumsOf('2026-03-02 22:00', '2026-03-03 06:00', premiums, { shiftDay: 'start' })).toEqual([
      ['03-02', 'night', 240, 2000, '0.25', 2000],
      ['03-02', 'night', 240, 2000, '0.4', 3200],
    ])
  })
})
