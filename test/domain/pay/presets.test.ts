import { brief, pause, pay, worked } from '@test/support/pay'
import { describe, expect, it } from 'vitest'
import { isCurrency } from '@/domain/money'
import { notComputed, type PresetId, presetFor, presetIds, presets, recordsKept } from '@/domain/pay/presets'

const under = (preset: PresetId, entries: Parameters<typeof pay>[0]) =>
  pay(entries, {
    weekStart: presets[preset].weekStart,
    rules: [{ from: '2026-01-01', ...presets[preset].rules }],
  })
const codes = (result: ReturnType<typeof pay>) => result.warnings.map(({ code }) => code)
const days = (...hours: number[]) =>
  hours.map((length, i) =>
    worked(`e${i}`, `2026-03-0${i + 1} 08:00`, `${String(8 + length).padStart(2, '0')}:00`),
  )
const long = [
  worked('a', '2026-03-02 00:00', '2026-03-03 00:00'),
  worked('b', '2026-03-03 00:30', '2026-03-04 00:00'),
]

describe('a preset', () => {
  it.each(presetIds)('%s names its sources, what it leaves to people, and calculates', (id) => {
    const { currency, sources, notComputed: left, keepYears } = presets[id]
    expect(currency === null || isCurrency(currency)).toBe(true)
    expect(sources.every(({ url, citation }) => url.startsWith('https://') && citation.length > 8)).toBe(true)
    expect(left.every((code) => notComputed.includes(code))).toBe(true)
    expect(new Set(left).size).toBe(left.length)
    expect(keepYears === null || sources.some(({ topic }) => topic === 'records')).toBe(true)
    expect(under(id, days(0, 8)).totals.gross).toBe(16_000)
  })

  it('says in which currency, week and period people are paid, and how long records are kept', () => {
    const table = presetIds.map((id) => {
      const { currency, weekStart, payPeriod, keepYears } = presets[id]
      return [id, currency, weekStart, payPeriod, keepYears]
    })
    expect(table).toEqual([
      ['none', null, 'monday', 'monthly', null],
      ['us_federal', 'USD', 'sunday', 'two_weekly', 3],
      ['california', 'USD', 'sunday', 'semi_monthly', 3],
      ['germany', 'EUR', 'monday', 'monthly', 2],
      ['eu', null, 'monday', 'monthly', null],
      ['uk', 'GBP', 'monday', 'monthly', 6],
    ])
  })

  it('says of what each of its sources is one', () => {
    const topics = presetIds.map((id) => presets[id].sources.map(({ topic }) => topic))
    expect(topics).toEqual([
      [],
      ['overtime', 'regular_rate', 'breaks', 'records'],
      ['overtime', 'seventh_day', 'breaks', 'short_breaks', 'regular_rate', 'records'],
      ['hours', 'breaks', 'rest', 'records'],
      ['rest', 'breaks', 'hours'],
      ['hours', 'rest', 'breaks', 'records'],
    ])
    expect(presets.none.notComputed).toEqual([])
    expect(new Set(presetIds.flatMap((id) => presets[id].notComputed))).toEqual(new Set(notComputed))
    expect(notComputed.every((code) => /^[a-z_]+$/.test(code))).toBe(true)
  })

  it('of none pays every minute alike and warns of nothing', () => {
    const result = under('none', [
      ...long,
      ...[5, 6, 7].map((day) => worked(`e${day}`, `2026-03-0${day} 00:00`, '23:59')),
    ])
    expect([result.totals.overtimeMinutes, codes(result)]).toEqual([0, []])
  })

  it('of US law pays beyond 40 hours, on the week’s average, and short breaks', () => {
    expect(under('us_federal', days(9, 9, 9, 9, 9)).totals).toMatchObject({
      overtimeMinutes: 300,
      gross: 95_000,
    })
    const result = under('us_federal', [
      worked('a', '2026-03-02 08:00', '18:00', {
        breaks: [pause('2026-03-02 10:00', '10:20'), pause('2026-03-02 12:00', '12:21')],
      }),
    ])
    expect([result.totals.paidMinutes, codes(result)]).toEqual([579, []])
  })

  it('of California pays long days, the seventh day, and asks about meals', () => {
    expect(under('california', days(8, 8, 8, 8, 8, 8, 10)).totals.byFactor).toEqual({ '1.5': 960, '2': 120 })
    expect(under('california', days(13)).totals.byFactor).toEqual({ '1.5': 240, '2': 60 })
    expect(codes(under('california', days(5)))).toEqual([])
    expect(codes(under('california', days(6)))).toEqual(['break_missing'])
    expect(under('california', days(6)).totals.paidMinutes).toBe(360)
    const meals = (...breaks: ReturnType<typeof pause>[]) =>
      codes(under('california', [worked('a', '2026-03-02 08:00', '20:00', { breaks })]))
    expect(meals(pause('2026-03-02 12:00', '12:30'))).toEqual(['break_missing'])
    expect(meals(pause('2026-03-02 12:00', '12:30'), pause('2026-03-02 16:00', '16:29'))).toEqual([
      'break_missing',
    ])
    expect(meals(pause('2026-03-02 12:00', '12:30'), pause('2026-03-02 16:00', '16:30'))).toEqual([])
  })

  it('of Germany asks about breaks and long days, and deducts nothing by itself', () => {
    const result = under('germany', [worked('a', '2026-03-02 08:00', '18:01')])
    expect([result.totals.paidMinutes, codes(result)]).toEqual([601, ['break_missing', 'day_long']])
    const breaks = [pause('2026-03-02 12:00', '12:30')]
    expect(codes(under('germany', [worked('a', '2026-03-02 08:00', '17:30', { breaks })]))).toEqual([])
    expect(codes(under('germany', [worked('a', '2026-03-02 08:00', '17:31', { breaks })]))).toEqual([
      'break_missing',
    ])
  })

  it('of the EU and of the UK asks about any break, or one of 20 minutes, and about rest', () => {
    const shift = (...breaks: ReturnType<typeof pause>[]) => [
      worked('a', '2026-03-02 08:00', '16:00', { breaks }),
    ]
    expect([codes(under('eu', shift())), codes(under('uk', shift()))]).toEqual([
      ['break_missing'],
      ['break_missing'],
    ])
    const short = shift(pause('2026-03-02 12:00', '12:19'))
    expect([codes(under('eu', short)), codes(under('uk', short))]).toEqual([[], ['break_missing']])
    expect(codes(under('uk', shift(pause('2026-03-02 12:00', '12:20'))))).toEqual([])
    const night = [worked('a', '2026-03-02 18:00', '23:00'), worked('b', '2026-03-03 09:59', '12:00')]
    for (const id of ['eu', 'uk', 'germany'] as const) expect(codes(under(id, night))).toEqual(['rest_short'])
    const day = [
      worked('a', '2026-03-02 00:00', '13:00', { breaks: [pause('2026-03-02 06:00', '06:20', true)] }),
    ]
    const more = [{ ...day[0], out: '2026-03-02T13:01:00Z' }] as typeof day
    for (const id of ['eu', 'uk'] as const) {
      expect([codes(under(id, day)), codes(under(id, more))]).toEqual([[], ['day_long']])
      expect(brief(under(id, day), 'break')).toEqual([])
    }
  })
})

describe('a country', () => {
  it('has a preset to start with', () => {
    expect(
      [
        ['US', 'US-CA'],
        ['US', 'US-NY'],
        ['US'],
        ['DE'],
        ['GB'],
        ['ES'],
        ['FR'],
        ['SE'],
        ['CH'],
        ['MX', 'US-CA'],
        ['AT'],
        ['HR'],
      ].map(([country = '', region]) => presetFor(country, region)),
    ).toEqual([
      'california',
      'us_federal',
      'us_federal',
      'germany',
      'uk',
      'eu',
      'eu',
      'eu',
      'none',
      'none',
      'eu',
      'eu',
    ])
  })

  it('says how long records are kept, if that is known', () => {
    const years = (country: string) => recordsKept(country)?.years ?? null
    expect(['ES', 'DE', 'US', 'GB', 'FR', 'CH'].map(years)).toEqual([4, 2, 3, 6, null, null])
    expect(recordsKept('ES')?.source.citation).toContain('34.9')
    expect(recordsKept('DE')?.source).toMatchObject({ topic: 'records', citation: 'ArbZG § 16(2)' })
  })
})
