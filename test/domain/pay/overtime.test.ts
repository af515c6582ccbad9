import { brief, type GivenEntry, pay, rules, worked } from '@test/support/pay'
import { describe, expect, it } from 'vitest'
import type { PayInput } from '@/domain/pay/schema'

/** One entry a day from a Monday on, each from 08:00, of so many hours. */
const week = (hours: readonly number[], first = 2, more: Partial<GivenEntry> = {}) =>
  hours.flatMap((length, i) => {
    const day = `2026-03-${String(first + i).padStart(2, '0')}`
    return length ? [worked(`e${first + i}`, `${day} 08:00`, `${8 + length}:00`.padStart(5, '0'), more)] : []
  })
const tier = (afterMinutes: number, factor = '1.5') => ({ afterMinutes, factor })
const california = {
  daily: [tier(480), tier(720, '2')],
  weekly: [tier(2400)],
  seventhDay: [tier(0), tier(480, '2')],
}
const totals = (
  entries: GivenEntry[],
  overtime: NonNullable<Parameters<typeof rules>[0]['overtime']>,
  more: Partial<PayInput> = {},
) => pay(entries, { rules: rules({ overtime }), ...more }).totals

describe('daily overtime', () => {
  it('begins after the minutes of its tier, each tier at its own factor: Labor Code 510', () => {
    const result = pay(week([13]), { rules: rules({ overtime: california }) })
    expect(brief(result)).toEqual([
      ['03-02', 'regular', null, 480, 2000, '1', 16_000],
      ['03-02', 'overtime', null, 240, 2000, '1.5', 12_000],
      ['03-02', 'overtime', null, 60, 2000, '2', 4000],
    ])
    expect(result.totals).toEqual({
      paidMinutes: 780,
      regularMinutes: 480,
      overtimeMinutes: 300,
      byFactor: { '1.5': 240, '2': 60 },
      gross: 32_000,
    })
  })

  it('is none at exactly that many minutes', () => {
    expect(totals(week([8]), california).overtimeMinutes).toBe(0)
  })

  it('counts all entries of the day in order of time, whatever their kind', () => {
    const entries = [
      worked('b', '2026-03-02 14:00', '19:00', { kind: 'driving' }),
      worked('a', '2026-03-02 08:00', '13:00'),
    ]
    expect(brief(pay(entries, { rules: rules({ overtime: california }) }))).toEqual([
      ['03-02', 'regular', null, 300, 2000, '1', 10_000],
      ['03-02', 'regular', 'driving', 180, 2000, '1', 6000],
      ['03-02', 'overtime', 'driving', 120, 2000, '1.5', 6000],
    ])
  })

  it('takes the highest of the tiers that apply, in whatever order they stand', () => {
    expect(totals(week([13]), { daily: [tier(720, '2'), tier(480)] }).byFactor).toEqual({
      '1.5': 240,
      '2': 60,
    })
    expect(totals(week([13]), { daily: [tier(480, '2'), tier(720)] }).byFactor).toEqual({ '2': 300 })
  })

  it('is by the rules of its day', () => {
    const versions = [
      { from: '2026-01-01', overtime: { daily: [tier(480)] } },
      { from: '2026-03-03', overtime: { daily: [tier(540)] } },
    ]
    expect(pay(week([10, 10]), { rules: versions }).totals.overtimeMinutes).toBe(120 + 60)
    expect(pay(week([10, 10]), { rules: versions.toReversed() }).totals.overtimeMinutes).toBe(120 + 60)
    expect(pay(week([10, 10]), { rules: versions.slice(1) }).totals.overtimeMinutes).toBe(60)
  })
})

describe('weekly overtime', () => {
  it('begins after 40 hours: 29 USC 207', () => {
    const result = pay(week([9, 9, 9, 9, 9]), { rules: rules({ overtime: { weekly: [tier(2400)] } }) })
    expect(result.totals).toMatchObject({ regularMinutes: 2400, overtimeMinutes: 300, gross: 95_000 })
    expect(brief(result).slice(4)).toEqual([
      ['03-06', 'regular', null, 240, 2000, '1', 8000],
      ['03-06', 'overtime', null, 300, 2000, '1.5', 15_000],
    ])
  })

  it('does not count what is daily overtime: of six days of nine hours the larger sum, not both', () => {
    expect(totals(week([9, 9, 9, 9, 9, 9]), california)).toMatchObject({
      regularMinutes: 2400,
      overtimeMinutes: 14 * 60,
      byFactor: { '1.5': 840 },
    })
  })

  it('begins anew each week', () => {
    const entries = [...week([9, 9, 9, 9, 9]), ...week([9, 9, 9, 9, 4], 9)]
    expect(totals(entries, { weekly: [tier(2400)] }).overtimeMinutes).toBe(300)
  })

  it('has tiers of its own', () => {
    expect(totals(week([12, 12, 12, 12, 12]), { weekly: [tier(2400), tier(3000, '2')] }).byFactor).toEqual({
      '1.5': 600,
      '2': 600,
    })
  })

  it('is by the rules of the week’s last day', () => {
    const versions = [{ from: '2026-01-01' }, { from: '2026-03-08', overtime: { weekly: [tier(2400)] } }]
    expect(pay(week([9, 9, 9, 9, 9]), { rules: versions }).totals.overtimeMinutes).toBe(300)
    const later = [{ from: '2026-01-01' }, { from: '2026-03-09', overtime: { weekly: [tier(2400)] } }]
    expect(pay(week([9, 9, 9, 9, 9]), { rules: later }).totals.overtimeMinutes).toBe(0)
  })
})

describe('a week that a period cuts', () => {
  const entries = week([9, 9, 9, 9, 9])
  const overtime = { weekly: [tier(2400)] }
  const period = (from: string, to: string) => ({ rules: rules({ overtime }), period: { from, to } })

  it('pays its overtime where it ends, and counts the days before', () => {
    expect(pay(entries, period('2026-02-16', '2026-03-05')).totals).toMatchObject({
      paidMinutes: 36 * 60,
      overtimeMinutes: 0,
    })
    expect(pay(entries, period('2026-03-06', '2026-03-31')).totals).toMatchObject({
      paidMinutes: 9 * 60,
      overtimeMinutes: 300,
    })
  })

  it('pays minutes as regular ones as long as the week goes on', () => {
    expect(pay(entries, period('2026-02-16', '2026-03-06')).totals).toMatchObject({
      paidMinutes: 45 * 60,
      overtimeMinutes: 0,
      gross: 90_000,
    })
    expect(pay(entries, period('2026-02-16', '2026-03-07')).totals.overtimeMinutes).toBe(0)
    expect(pay(entries, period('2026-02-16', '2026-03-08')).totals.overtimeMinutes).toBe(300)
  })

  it('pays later what its minutes are worth more, where they were paid straight before', () => {
    const result = pay(entries, period('2026-03-07', '2026-03-31'))
    expect(brief(result)).toEqual([['03-08', 'adjustment', 'weekly-overtime', 300, 2000, '0.5', 5000]])
    expect(result.lines[0]?.entry).toBeNull()
    expect(result.totals).toEqual({
      paidMinutes: 0,
      regularMinutes: 0,
      overtimeMinutes: 0,
      byFactor: {},
      gross: 5000,
    })
  })

  it('loses and doubles nothing, wherever a period ends', () => {
    const whole = pay(entries, period('2026-03-02', '2026-03-08')).totals.gross
    for (let day = 2; day < 8; day++) {
      const before = pay(entries, period('2026-02-20', `2026-03-0${day}`))
      const after = pay(entries, period(`2026-03-0${day + 1}`, '2026-03-20'))
      expect(before.totals.gross + after.totals.gross).toBe(whole)
    }
  })

  it('pays overtime of a day with the day', () => {
    const daily = {
      rules: rules({ overtime: { daily: [tier(480)] } }),
      period: { from: '2026-03-02', to: '2026-03-03' },
    }
    expect(pay(entries, daily).totals.overtimeMinutes).toBe(120)
    const after = { ...daily, period: { from: '2026-03-04', to: '2026-03-31' } }
    expect(brief(pay(entries, after), 'adjustment')).toEqual([])
  })

  it('needs no rate of days that have nothing to do with the period', () => {
    const rates = [{ from: '2026-03-02', hourly: 2000 }]
    const before = worked('x', '2026-02-25 08:00', '12:00')
    expect(
      pay([before, ...entries], { ...period('2026-03-04', '2026-03-31'), rates }).totals.overtimeMinutes,
    ).toBe(300)
    expect(() =>
      pay(entries, { ...period('2026-03-04', '2026-03-31'), rates: [{ from: '2026-03-03', hourly: 1 }] }),
    ).toThrow('entries[0].kind: has no rate on 2026-03-02')
  })
})

describe('the seventh day', () => {
  it('is overtime from its first hour, double beyond eight: Labor Code 510', () => {
    const result = totals(week([8, 8, 8, 8, 8, 8, 10], 1), california, { weekStart: 'sunday' })
    expect(result).toMatchObject({ regularMinutes: 2400, overtimeMinutes: 16 * 60 + 120 })
    expect(result.byFactor).toEqual({ '1.5': 16 * 60, '2': 120 })
  })

  it('needs all seven days of one week', () => {
    const seventh = { seventhDay: [tier(0, '2')] }
    expect(totals(week([8, 8, 8, 0, 8, 8, 8], 1), seventh, { weekStart: 'sunday' }).overtimeMinutes).toBe(0)
    expect(totals(week([8, 8, 8, 8, 8, 8, 8], 1), seventh, { weekStart: 'monday' }).overtimeMinutes).toBe(0)
    expect(totals(week([1, 1, 1, 1, 1, 1, 1], 1), seventh, { weekStart: 'sunday' }).byFactor).toEqual({
      '2': 60,
    })
    expect(totals(week([1, 1, 1, 1, 1, 1, 0], 1), seventh, { weekStart: 'sunday' }).overtimeMinutes).toBe(0)
  })

  it('takes the higher factor where the day or the week has one too', () => {
    const days = week([8, 8, 8, 8, 8, 8, 10], 1)
    const low = { ...california, seventhDay: [tier(0, '1.25')] }
    expect(totals(days, low, { weekStart: 'sunday' }).byFactor).toEqual({ '1.5': 18 * 60 })
    const high = { ...california, seventhDay: [tier(0, '3')] }
    expect(totals(days, high, { weekStart: 'sunday' }).byFactor).toEqual({ '1.5': 480, '3': 600 })
  })

  it('is by its own rules', () => {
    const versions = [{ from: '2026-01-01' }, { from: '2026-03-07', overtime: { seventhDay: [tier(0)] } }]
    const days = week([1, 1, 1, 1, 1, 1, 1], 1)
    expect(pay(days, { rules: versions, weekStart: 'sunday' }).totals.overtimeMinutes).toBe(60)
  })
})

describe('the hour’s own rate', () => {
  it('is that of its kind of work, else the one without a kind, the latest by the day', () => {
    const rates = [
      { from: '2026-03-03', kind: 'kitchen', hourly: 3000 },
      { from: '2026-01-01', kind: 'kitchen', hourly: 2200 },
      { from: '2026-01-01', hourly: 2000 },
      { from: '2026-04-01', kind: 'driving', hourly: 9000 },
    ]
    const entries = [
      ...week([1, 1], 2, { kind: 'kitchen' }),
      worked('d', '2026-03-02 20:00', '21:00', { kind: 'driving' }),
      worked('n', '2026-03-02 22:00', '23:00'),
    ]
    expect(brief(pay(entries, { rates })).map(([, , name, , rate]) => [name, rate])).toEqual([
      ['kitchen', 2200],
      ['driving', 2000],
      [null, 2000],
      ['kitchen', 3000],
    ])
  })

  it('changes in the middle of a shift over midnight', () => {
    const rates = [
      { from: '2026-01-01', hourly: 2000 },
      { from: '2026-03-03', hourly: 2100 },
    ]
    const entry = worked('a', '2026-03-02 22:00', '2026-03-03 02:00')
    expect(brief(pay([entry], { rates })).map((line) => line.slice(3))).toEqual([
      [120, 2000, '1', 4000],
      [120, 2100, '1', 4200],
    ])
  })

  it('is asked for where there is none', () => {
    const rates = [{ from: '2026-01-01', kind: 'kitchen', hourly: 2200 }]
    expect(() => pay(week([1]), { rates })).toThrow('entries[0].kind: has no rate on 2026-03-02')
    expect(pay(week([1], 2, { kind: 'kitchen' }), { rates }).totals.gross).toBe(2200)
  })
})
