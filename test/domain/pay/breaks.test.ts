import { brief, pause, pay, rules, worked } from '@test/support/pay'
import { describe, expect, it } from 'vitest'

const day = '2026-03-02'
const shift = (to: string, ...breaks: ReturnType<typeof pause>[]) =>
  worked('a', `${day} 08:00`, to, { breaks })
const german = rules({
  breaks: [
    { afterMinutes: 360, minutes: 30 },
    { afterMinutes: 540, minutes: 45 },
  ],
})
const codes = (result: ReturnType<typeof pay>) => result.warnings.map(({ code }) => code)

describe('a break that was taken', () => {
  it('is not paid, and a line tells of it', () => {
    const result = pay([shift('12:00', pause(`${day} 10:00`, '10:20'))])
    expect(brief(result)).toEqual([
      ['03-02', 'regular', null, 220, 2000, '1', 7333],
      ['03-02', 'break', 'unpaid', 20, null, null, 0],
    ])
    expect(result.totals).toEqual({
      paidMinutes: 220,
      regularMinutes: 220,
      overtimeMinutes: 0,
      byFactor: {},
      gross: 7333,
    })
  })

  it('is plain work where it is paid', () => {
    expect(brief(pay([shift('12:00', pause(`${day} 10:00`, '10:20', true))]))).toEqual([
      ['03-02', 'regular', null, 240, 2000, '1', 8000],
    ])
  })

  it('is paid up to so many minutes: 29 CFR 785.18 has 20', () => {
    const upTo = rules({ breaks: [{ paidUpTo: 5 }, { paidUpTo: 20 }, { paidUpTo: 10 }] })
    const minutes = (to: string) =>
      pay([shift('12:00', pause(`${day} 10:00`, to))], { rules: upTo }).totals.paidMinutes
    expect([minutes('10:20'), minutes('10:21')]).toEqual([240, 219])
  })

  it('is one break with another that it touches, over the end of an entry too', () => {
    const upTo = rules({ breaks: [{ paidUpTo: 20 }] })
    const entries = [
      worked('a', `${day} 08:00`, '10:10', { breaks: [pause(`${day} 10:00`, '10:10')] }),
      worked('b', `${day} 10:10`, '12:00', { breaks: [pause(`${day} 10:10`, '10:25')] }),
    ]
    expect(pay(entries, { rules: upTo }).totals.paidMinutes).toBe(215)
    const apart = [shift('12:00', pause(`${day} 10:00`, '10:10'), pause(`${day} 10:11`, '10:25'))]
    expect(pay(apart, { rules: upTo }).totals.paidMinutes).toBe(240)
    const unlike = [shift('12:00', pause(`${day} 10:00`, '10:15', true), pause(`${day} 10:15`, '10:30'))]
    expect(pay(unlike, { rules: upTo }).totals.paidMinutes).toBe(240)
    const other = [shift('12:00', pause(`${day} 10:00`, '10:15'), pause(`${day} 10:15`, '10:30', true))]
    expect(pay(other, { rules: upTo }).totals.paidMinutes).toBe(240)
  })

  it('of no length does not part two others', () => {
    const breaks = [
      pause(`${day} 10:00`, '10:10'),
      pause(`${day} 10:10`, '10:10', true),
      pause(`${day} 10:10`, '10:25'),
    ]
    expect(
      pay([shift('12:00', ...breaks)], { rules: rules({ breaks: [{ paidUpTo: 20 }] }) }).totals.paidMinutes,
    ).toBe(215)
  })

  it('belongs to its entry, and to the hours that rounding leaves', () => {
    const rounding = { minutes: 15, of: 'punch', mode: 'nearest' } as const
    const entry = worked('a', `${day} 08:05`, '12:07', {
      breaks: [pause(`${day} 08:05`, '08:10'), pause(`${day} 11:55`, '12:07')],
    })
    expect(brief(pay([entry], { rules: rules({ rounding }) }))).toEqual([
      ['03-02', 'regular', null, 230, 2000, '1', 7667],
      ['03-02', 'break', 'unpaid', 10, null, null, 0],
    ])
  })

  it('in the dark of a shift is on the day on which it was', () => {
    const entry = worked('a', `${day} 22:00`, '2026-03-03 06:00', {
      breaks: [{ start: '2026-03-02T23:50:00Z', end: '2026-03-03T00:10:00Z' }],
    })
    expect(brief(pay([entry]), 'break')).toEqual([
      ['03-02', 'break', 'unpaid', 10, null, null, 0],
      ['03-03', 'break', 'unpaid', 10, null, null, 0],
    ])
    const result = pay([entry], { period: { from: '2026-03-03', to: '2026-03-31' } })
    expect(brief(result, 'break')).toEqual([['03-03', 'break', 'unpaid', 10, null, null, 0]])
  })
})

describe('a break that is due (ArbZG § 4)', () => {
  it.each([
    ['14:00', 360, 0],
    ['14:01', 331, 30],
    ['17:00', 510, 30],
    ['17:01', 496, 45],
  ])('from 08:00 to %s leaves %i minutes, %i are deducted', (to, paid, deducted) => {
    const result = pay([shift(to)], { rules: german })
    expect(result.totals.paidMinutes).toBe(paid)
    expect(brief(result, 'break')).toEqual(
      deducted ? [['03-02', 'break', 'deducted', deducted, null, null, 0]] : [],
    )
    expect(codes(result)).toEqual(deducted ? ['break_missing'] : [])
  })

  it('is judged by the work without the breaks that were taken', () => {
    const result = pay([shift('14:20', pause(`${day} 10:00`, '10:20'))], { rules: german })
    expect([result.totals.paidMinutes, codes(result)]).toEqual([360, []])
    const longer = pay([shift('14:21', pause(`${day} 10:00`, '10:20'))], { rules: german })
    expect([longer.totals.paidMinutes, codes(longer)]).toEqual([351, ['break_missing']])
  })

  it('lacks only what was not taken, from the end of the work', () => {
    const result = pay([shift('16:00', pause(`${day} 10:00`, '10:20'), pause(`${day} 15:55`, '16:00'))], {
      rules: german,
    })
    expect(brief(result)).toEqual([
      ['03-02', 'regular', null, 450, 2000, '1', 15_000],
      ['03-02', 'break', 'deducted', 5, null, null, 0],
      ['03-02', 'break', 'unpaid', 25, null, null, 0],
    ])
  })

  it('has been taken where more than that was', () => {
    const result = pay([shift('16:00', pause(`${day} 10:00`, '11:00'))], { rules: german })
    expect([result.totals.paidMinutes, codes(result)]).toEqual([420, []])
  })

  it('is taken over two entries that touch, from the last one first', () => {
    const entries = [
      worked('a', `${day} 08:00`, '14:50'),
      worked('b', `${day} 14:50`, '15:00', { kind: 'driving' }),
    ]
    const result = pay(entries, { rules: german })
    expect(result.lines.map(({ entry, kind, minutes }) => [entry, kind, minutes])).toEqual([
      ['a', 'regular', 390],
      ['a', 'break', 20],
      ['b', 'break', 10],
    ])
  })

  it('is none where two entries do not touch and neither is long enough', () => {
    const entries = [worked('a', `${day} 08:00`, '12:00'), worked('b', `${day} 12:01`, '16:00')]
    const result = pay(entries, { rules: german })
    expect([result.totals.paidMinutes, codes(result)]).toEqual([479, []])
  })

  it('is none at the very start or end of the work: it is not paid, and there is a warning', () => {
    for (const taken of [pause(`${day} 08:00`, '08:30'), pause(`${day} 16:00`, '16:30')]) {
      const result = pay([shift('16:30', taken)], { rules: german })
      expect([result.totals.paidMinutes, codes(result)]).toEqual([480, ['break_missing']])
    }
    const amid = pay([shift('16:30', pause(`${day} 15:59`, '16:29'))], { rules: german })
    expect(codes(amid)).toEqual([])
  })

  it('is not deducted from somebody who worked through, but looked at', () => {
    const result = pay([{ ...shift('16:00'), noBreakDeduction: true }], { rules: german })
    expect([result.totals.paidMinutes, codes(result)]).toEqual([480, ['break_missing']])
    const entries = [
      worked('a', `${day} 08:00`, '12:00', { noBreakDeduction: true }),
      worked('b', `${day} 12:00`, '16:00'),
    ]
    expect(pay(entries, { rules: german }).totals.paidMinutes).toBe(480)
  })

  it('is not deducted where it would be paid', () => {
    const paid = rules({ breaks: [{ afterMinutes: 240, minutes: 15, paid: true }] })
    const result = pay([shift('16:00')], { rules: paid })
    expect([result.totals.paidMinutes, codes(result)]).toEqual([480, ['break_missing']])
    expect(codes(pay([shift('16:00', pause(`${day} 10:00`, '10:15', true))], { rules: paid }))).toEqual([])
    expect(codes(pay([shift('16:00', pause(`${day} 10:00`, '10:14', true))], { rules: paid }))).toEqual([
      'break_missing',
    ])
  })

  it('is there where paid ones were taken, yet its minutes are not work', () => {
    const result = pay([shift('16:00', pause(`${day} 10:00`, '10:30', true))], { rules: german })
    expect([result.totals.paidMinutes, codes(result)]).toEqual([450, []])
  })

  it('takes no more than was worked', () => {
    const rule = rules({ breaks: [{ afterMinutes: 10, minutes: 45 }] })
    const result = pay([shift('08:30', pause(`${day} 08:10`, '08:15'))], { rules: rule })
    expect(brief(result)).toEqual([
      ['03-02', 'break', 'deducted', 25, null, null, 0],
      ['03-02', 'break', 'unpaid', 5, null, null, 0],
    ])
  })

  it('is judged on the punches, not on what rounding makes of them', () => {
    const rounding = { minutes: 15, of: 'punch', mode: 'employee' } as const
    const [rule] = german
    const given = [{ from: '2026-01-01', ...rule, rounding }]
    expect(pay([shift('13:59')], { rules: given }).totals.paidMinutes).toBe(360)
    expect(pay([shift('14:01')], { rules: given }).totals.paidMinutes).toBe(345)
  })
})

describe('pieces of a break', () => {
  const pieces = rules({ breaks: [{ afterMinutes: 360, minutes: 30, minPiece: 15 }] })

  it('count from a quarter of an hour on (ArbZG § 4, sentence 2)', () => {
    const two = pay([shift('16:30', pause(`${day} 10:00`, '10:15'), pause(`${day} 13:00`, '13:15'))], {
      rules: pieces,
    })
    expect([two.totals.paidMinutes, codes(two)]).toEqual([480, []])
  })

  it('that are shorter neither count as taken nor lessen what is deducted', () => {
    const two = pay([shift('16:30', pause(`${day} 10:00`, '10:10'), pause(`${day} 13:00`, '13:20'))], {
      rules: pieces,
    })
    expect([two.totals.paidMinutes, codes(two)]).toEqual([470, ['break_missing']])
  })
})
