import { pay, rules, worked } from '@test/support/pay'
import { describe, expect, it } from 'vitest'

const warned = (...given: Parameters<typeof pay>) =>
  pay(...given).warnings.map(({ code, entry, day }) => [code, entry, day.slice(5)])
const open = (id: string, at: string) => ({ id, in: `${at.replace(' ', 'T')}:00Z` })

describe('rest between days (Directive 2003/88/EC, article 3; ArbZG § 5)', () => {
  const evening = worked('a', '2026-03-02 14:00', '22:30')

  it('is short under eleven hours, which the entry that begins too early is told of', () => {
    expect(warned([evening, worked('b', '2026-03-03 09:00', '12:00')])).toEqual([
      ['rest_short', 'b', '03-03'],
    ])
    expect(warned([evening, worked('b', '2026-03-03 09:29', '12:00')])).toEqual([
      ['rest_short', 'b', '03-03'],
    ])
    expect(warned([evening, worked('b', '2026-03-03 09:30', '12:00')])).toEqual([])
  })

  it('is measured from the last work of a day to the first of the next one, not between stretches of a day', () => {
    const entries = [
      worked('a', '2026-03-02 08:00', '12:00'),
      worked('b', '2026-03-02 20:00', '23:00'),
      worked('c', '2026-03-03 06:00', '07:00'),
      worked('d', '2026-03-03 09:00', '10:00'),
    ]
    expect(warned(entries)).toEqual([['rest_short', 'c', '03-03']])
  })

  it('may have another length', () => {
    const entries = [evening, worked('b', '2026-03-03 09:00', '12:00')]
    expect(warned(entries, { rules: rules({ limits: { restMinutes: 630 } }) })).toEqual([])
    expect(warned(entries, { rules: rules({ limits: { restMinutes: 631 } }) })).toHaveLength(1)
    const versions = [{ from: '2026-01-01' }, { from: '2026-03-03', limits: { restMinutes: 600 } }]
    expect(warned(entries, { rules: versions })).toEqual([])
  })

  it('is measured between punches, whatever rounding makes of them', () => {
    const rounding = { minutes: 60, of: 'punch', mode: 'employee' } as const
    const entries = [worked('a', '2026-03-02 14:00', '22:05'), worked('b', '2026-03-03 09:05', '12:00')]
    expect(warned(entries, { rules: rules({ rounding }) })).toEqual([])
  })

  it('is told of with the day to which the shift belongs, if that is in the period', () => {
    const entries = [evening, worked('b', '2026-03-03 03:00', '05:00')]
    expect(warned(entries, { rules: rules({ dayStart: '04:00' }) })).toEqual([['rest_short', 'b', '03-02']])
    expect(warned(entries, { rules: rules({ dayStart: '04:00', shiftDay: 'end' }) })).toEqual([
      ['rest_short', 'b', '03-03'],
    ])
    expect(warned(entries, { period: { from: '2026-03-01', to: '2026-03-02' } })).toEqual([])
    expect(warned(entries, { period: { from: '2026-03-03', to: '2026-03-03' } })).toHaveLength(1)
    expect(warned(entries, { period: { from: '2026-03-04', to: '2026-03-31' } })).toEqual([])
  })
})

describe('long days and weeks', () => {
  it('are told of beyond ten hours a day (ArbZG § 3)', () => {
    expect(warned([worked('a', '2026-03-02 08:00', '18:00')])).toEqual([])
    expect(warned([worked('a', '2026-03-02 08:00', '18:01')])).toEqual([['day_long', null, '03-02']])
    const two = [worked('a', '2026-03-02 00:00', '06:00'), worked('b', '2026-03-02 08:00', '12:01')]
    expect(warned(two)).toEqual([['day_long', null, '03-02']])
  })

  it('are told of beyond 48 hours a week, on its last day', () => {
    const days = (last: string) => [
      ...[2, 3, 4, 5].map((day) => worked(`e${day}`, `2026-03-0${day} 08:00`, '18:00')),
      worked('e6', '2026-03-06 08:00', last),
    ]
    expect(warned(days('16:00'))).toEqual([])
    expect(warned(days('16:01'))).toEqual([['week_long', null, '03-08']])
    expect(warned(days('16:01'), { period: { from: '2026-03-01', to: '2026-03-07' } })).toEqual([])
    expect(warned(days('16:01'), { period: { from: '2026-03-08', to: '2026-03-08' } })).toHaveLength(1)
    expect(warned(days('16:01'), { weekStart: 'sunday' })).toEqual([['week_long', null, '03-07']])
  })

  it('may have other limits, by the rules of the day or the week’s last day', () => {
    const entries = [worked('a', '2026-03-02 08:00', '12:00'), worked('b', '2026-03-03 08:00', '12:00')]
    expect(warned(entries, { rules: rules({ limits: { dayMinutes: 239 } }) })).toHaveLength(2)
    expect(warned(entries, { rules: rules({ limits: { weekMinutes: 479 } }) })).toEqual([
      ['week_long', null, '03-08'],
    ])
    const versions = [
      { from: '2026-03-03', limits: { dayMinutes: 239 } },
      { from: '2026-03-08', limits: { weekMinutes: 479 } },
    ]
    expect(warned(entries, { rules: versions })).toEqual([
      ['day_long', null, '03-03'],
      ['week_long', null, '03-08'],
    ])
  })
})

describe('entries that somebody should look at', () => {
  it('are those without an end, which are never paid', () => {
    const result = pay([worked('a', '2026-03-02 08:00', '12:00'), open('b', '2026-03-02 13:00')])
    expect(result.totals.paidMinutes).toBe(240)
    expect(result.warnings).toEqual([{ code: 'entry_open', entry: 'b', day: '2026-03-02' }])
    expect(warned([{ ...open('b', '2026-03-02 13:00'), out: null }])).toEqual([['entry_open', 'b', '03-02']])
  })

  it('are on their day by the rules of it', () => {
    expect(warned([open('b', '2026-03-02 03:59')], { rules: rules({ dayStart: '04:00' }) })).toEqual([
      ['entry_open', 'b', '03-01'],
    ])
    const versions = [{ from: '2026-01-01' }, { from: '2026-03-02', dayStart: '04:00' }]
    expect(warned([open('b', '2026-03-02 03:59')], { rules: versions })).toEqual([
      ['entry_open', 'b', '03-01'],
    ])
    expect(warned([open('b', '2026-03-01 03:59')], { rules: versions })).toEqual([
      ['entry_open', 'b', '03-01'],
    ])
    expect(warned([open('b', '2026-02-28 23:59')])).toEqual([])
    expect(warned([open('b', '2026-03-31 23:59')])).toHaveLength(1)
  })

  it('are those that are flagged, which are paid as they stand', () => {
    const result = pay([worked('a', '2026-03-02 08:00', '12:00', { flagged: true })])
    expect(result.totals.paidMinutes).toBe(240)
    expect(result.warnings).toEqual([{ code: 'entry_flagged', entry: 'a', day: '2026-03-02' }])
  })

  it('are on the day of their first minute, or on that of their shift', () => {
    const entries = [
      worked('a', '2026-03-02 22:00', '2026-03-03 01:00'),
      worked('b', '2026-03-03 01:00', '02:00', { flagged: true }),
    ]
    const on = (given: Parameters<typeof rules>[0]) => warned(entries, { rules: rules(given) })
    expect(on({})).toEqual([['entry_flagged', 'b', '03-03']])
    expect(on({ shiftDay: 'start' })).toEqual([['entry_flagged', 'b', '03-02']])
    expect(on({ shiftDay: 'end' })).toEqual([['entry_flagged', 'b', '03-03']])
    const late = [worked('a', '2026-03-02 23:55', '2026-03-03 01:00', { flagged: true })]
    const rounding = { minutes: 15, of: 'punch', mode: 'nearest' } as const
    expect(warned(late, { rules: rules({ rounding }) })).toEqual([['entry_flagged', 'a', '03-03']])
    const early = [worked('a', '2026-03-03 00:05', '03:00', { flagged: true })]
    expect(warned(early, { rules: rules({ rounding: { ...rounding, mode: 'employee' } }) })).toEqual([
      ['entry_flagged', 'a', '03-03'],
    ])
  })

  it('are all told of, in order of day, time and what is wrong', () => {
    const entries = [
      { ...open('d', '2026-03-04 08:00'), flagged: true },
      worked('c', '2026-03-03 05:00', '17:00', { flagged: true }),
      worked('a', '2026-03-02 20:00', '21:00', { flagged: true }),
      worked('b', '2026-03-02 22:00', '23:00', { flagged: true }),
    ]
    expect(warned(entries, { rules: rules({ breaks: [{ afterMinutes: 360, minutes: 30 }] }) })).toEqual([
      ['entry_flagged', 'a', '03-02'],
      ['entry_flagged', 'b', '03-02'],
      ['break_missing', 'c', '03-03'],
      ['entry_flagged', 'c', '03-03'],
      ['rest_short', 'c', '03-03'],
      ['day_long', null, '03-03'],
      ['entry_flagged', 'd', '03-04'],
      ['entry_open', 'd', '03-04'],
    ])
  })

  it('are asked about a break by the first entry of the stretch, on the day of its first minute', () => {
    const entries = [
      worked('a', '2026-03-02 20:00', '23:00'),
      worked('b', '2026-03-02 23:00', '2026-03-03 03:00'),
    ]
    expect(warned(entries, { rules: rules({ breaks: [{ afterMinutes: 360, minutes: 30 }] }) })).toEqual([
      ['break_missing', 'a', '03-02'],
    ])
  })
})
