import { brief, instantIn, pause, pay, rules, worked, workedIn } from '@test/support/pay'
import { describe, expect, it } from 'vitest'
import { roundDay } from '@/domain/pay/day-rounding'
import { roundPunch } from '@/domain/pay/stretches'

const quarter = { minutes: 15, mode: 'nearest' } as const

describe('a rounded punch', () => {
  it.each([0, 1, 2, 3, 4, 5, 6, 7])('%i minutes past a quarter go down: 29 CFR 785.48(b)', (past) => {
    expect(roundPunch(480 + past, 'in', quarter)).toBe(480)
    expect(roundPunch(480 + past, 'out', quarter)).toBe(480)
  })

  it.each([8, 9, 10, 11, 12, 13, 14, 15])('%i minutes past a quarter go up: 29 CFR 785.48(b)', (past) => {
    expect(roundPunch(480 + past, 'in', quarter)).toBe(495)
  })

  it('goes later where it is exactly half a step from both', () => {
    expect(roundPunch(485, 'in', { minutes: 10, mode: 'nearest' })).toBe(490)
    expect(roundPunch(484, 'in', { minutes: 10, mode: 'nearest' })).toBe(480)
    expect(roundPunch(483, 'out', { minutes: 6, mode: 'nearest' })).toBe(486)
  })

  it('is in the employee’s favour: in earlier, out later', () => {
    expect(roundPunch(494, 'in', { minutes: 15, mode: 'employee' })).toBe(480)
    expect(roundPunch(481, 'out', { minutes: 15, mode: 'employee' })).toBe(495)
    expect(roundPunch(480, 'out', { minutes: 15, mode: 'employee' })).toBe(480)
  })

  it('goes down or up on both sides', () => {
    expect(roundPunch(494, 'in', { minutes: 15, mode: 'down' })).toBe(480)
    expect(roundPunch(494, 'out', { minutes: 15, mode: 'down' })).toBe(480)
    expect(roundPunch(481, 'in', { minutes: 15, mode: 'up' })).toBe(495)
    expect(roundPunch(481, 'out', { minutes: 15, mode: 'up' })).toBe(495)
  })
})

describe('a stretch of entries that touch', () => {
  const rounding = { ...quarter, of: 'punch' } as const
  const touching = [
    worked('b', '2026-03-02 12:04', '16:56', { kind: 'driving' }),
    worked('a', '2026-03-02 08:08', '12:04'),
  ]

  it('is rounded at its outer ends alone', () => {
    const result = pay(touching, { rules: rules({ rounding }) })
    expect(brief(result)).toEqual([
      ['03-02', 'regular', null, 229, 2000, '1', 7633],
      ['03-02', 'regular', 'driving', 296, 2000, '1', 9867],
    ])
    expect(result.totals.paidMinutes).toBe(8 * 60 + 45)
  })

  it('is rounded twice as two where a minute lies between', () => {
    const apart = [worked('a', '2026-03-02 08:08', '12:03'), worked('b', '2026-03-02 12:08', '17:00')]
    expect(brief(pay(apart, { rules: rules({ rounding }) }), 'regular').map((line) => line[3])).toEqual([
      225, 285,
    ])
  })

  it('grows at its first and last entry', () => {
    const result = pay(touching, { rules: rules({ rounding: { ...rounding, mode: 'employee' } }) })
    expect(brief(result).map((line) => line[3])).toEqual([244, 296])
  })

  it('loses an entry that rounding leaves nothing of', () => {
    const entries = [
      worked('a', '2026-03-02 08:08', '08:10'),
      worked('b', '2026-03-02 08:10', '12:00'),
      worked('c', '2026-03-02 12:00', '12:05'),
    ]
    const result = pay(entries, { rules: rules({ rounding }) })
    expect(result.lines.map(({ entry, minutes }) => [entry, minutes])).toEqual([['b', 225]])
  })

  it('begins where the one before it ends, should rounding make them overlap', () => {
    const entries = [worked('a', '2026-03-02 08:00', '12:01'), worked('b', '2026-03-02 12:08', '16:00')]
    const result = pay(entries, { rules: rules({ rounding: { ...rounding, mode: 'employee' } }) })
    expect(result.lines.map(({ entry, minutes }) => [entry, minutes])).toEqual([
      ['a', 255],
      ['b', 225],
    ])
  })

  it('is nothing where rounding makes it end before the one before it', () => {
    const entries = [worked('a', '2026-03-02 08:00', '12:01'), worked('b', '2026-03-02 12:02', '12:09')]
    const result = pay(entries, { rules: rules({ rounding: { ...rounding, mode: 'employee' } }) })
    expect(result.lines.map(({ entry, minutes }) => [entry, minutes])).toEqual([['a', 255]])
  })

  it('is rounded by the clock on the wall, also where that is a quarter of an hour off', () => {
    const entry = workedIn('Asia/Kathmandu')('a', '2026-03-02 08:08', '17:06')
    const result = pay([entry], {
      timeZone: 'Asia/Kathmandu',
      rules: rules({ rounding: { ...rounding, minutes: 60 } }),
    })
    expect(result.totals.paidMinutes).toBe(9 * 60)
  })

  it('is rounded by the rules of the day on which it began', () => {
    const entry = worked('a', '2026-03-02 23:52', '2026-03-03 06:08')
    const versions = [
      { from: '2026-03-03', rounding: { ...rounding, mode: 'down' as const } },
      { from: '2026-01-01', rounding },
    ]
    expect(pay([entry], { rules: versions }).totals.paidMinutes).toBe(6 * 60 + 30)
  })

  it('drops seconds before anything else', () => {
    const entry = { id: 'a', in: '2026-03-02T08:00:59Z', out: '2026-03-02T09:00:01Z' }
    const next = { id: 'b', in: '2026-03-02T09:00:59+00:00', out: '2026-03-02T09:30:00Z' }
    const result = pay([entry, next], { rules: rules({ breaks: [{ afterMinutes: 89, minutes: 10 }] }) })
    expect(result.totals.paidMinutes).toBe(80)
  })

  it('may be no longer than a moment', () => {
    expect(pay([worked('a', '2026-03-02 08:00', '08:00')]).lines).toEqual([])
    const result = pay([worked('a', '2026-03-02 08:07', '08:07')], {
      rules: rules({ rounding: { ...rounding, mode: 'employee' } }),
    })
    expect(result.totals.paidMinutes).toBe(15)
  })
})

describe('a rounded day', () => {
  it('is made longer or shorter by less than a step', () => {
    expect([7, 8, 15, 22, 23].map((minutes) => roundDay(minutes, { ...quarter, of: 'day' }))).toEqual([
      0, 15, 15, 15, 30,
    ])
    expect(roundDay(5, { minutes: 10, of: 'day', mode: 'nearest' })).toBe(10)
    expect(
      [0, 1, 15].map((minutes) => roundDay(minutes, { minutes: 15, of: 'day', mode: 'employee' })),
    ).toEqual([0, 15, 15])
    expect(
      [14, 15, 29].map((minutes) => roundDay(minutes, { minutes: 15, of: 'day', mode: 'down' })),
    ).toEqual([0, 15, 15])
    expect([1, 15, 16].map((minutes) => roundDay(minutes, { minutes: 15, of: 'day', mode: 'up' }))).toEqual([
      15, 15, 30,
    ])
  })

  const day = [
    worked('a', '2026-03-02 08:00', '12:00', { kind: 'kitchen' }),
    worked('b', '2026-03-02 13:00', '16:53'),
    worked('c', '2026-03-03 08:00', '08:10'),
  ]
  const rounding = { minutes: 15, of: 'day', mode: 'nearest' } as const

  it('gets its minutes at its end', () => {
    expect(brief(pay(day, { rules: rules({ rounding }) }))).toEqual([
      ['03-02', 'regular', 'kitchen', 240, 2000, '1', 8000],
      ['03-02', 'regular', null, 240, 2000, '1', 8000],
      ['03-03', 'regular', null, 15, 2000, '1', 500],
    ])
  })

  it('loses its last minutes, over several entries where need be', () => {
    const entries = [worked('a', '2026-03-02 08:00', '12:02'), worked('b', '2026-03-02 13:00', '13:04')]
    const result = pay(entries, { rules: rules({ rounding }) })
    expect(result.lines.map(({ entry, minutes }) => [entry, minutes])).toEqual([['a', 240]])
    expect(pay([worked('a', '2026-03-02 08:00', '08:07')], { rules: rules({ rounding }) }).lines).toEqual([])
  })

  it('is what is worked after its breaks', () => {
    const entry = worked('a', '2026-03-02 08:00', '16:50', { breaks: [pause('2026-03-02 12:00', '12:33')] })
    expect(pay([entry], { rules: rules({ rounding }) }).totals.paidMinutes).toBe(495)
  })

  it('is rounded by its own rules', () => {
    const versions = [{ from: '2026-01-01', rounding }, { from: '2026-03-03' }]
    expect(pay(day, { rules: versions }).totals.paidMinutes).toBe(490)
    const later = [{ from: '2026-01-01' }, { from: '2026-03-03', rounding }]
    expect(pay(day, { rules: later }).totals.paidMinutes).toBe(473 + 15)
  })

  it('gets minutes like its last ones, premiums and overtime included', () => {
    const entry = worked('a', '2026-03-02 14:00', '22:10')
    const result = pay([entry], {
      rules: rules({
        rounding,
        overtime: { daily: [{ afterMinutes: 480, factor: '1.5' }] },
        premiums: [{ name: 'night', from: '22:00', to: '06:00', factor: '0.25' }],
      }),
    })
    expect(brief(result)).toEqual([
      ['03-02', 'regular', null, 480, 2000, '1', 16_000],
      ['03-02', 'overtime', null, 15, 2000, '1.5', 750],
      ['03-02', 'premium', 'night', 15, 2000, '0.25', 125],
    ])
  })
})

it('entries stand in the answer under the days on which they were worked, in whatever order they came', () => {
  const entries = [worked('b', '2026-03-03 08:00', '09:00'), worked('a', '2026-03-02 08:00', '09:00')]
  expect(pay(entries).lines.map(({ entry, day }) => [entry, day])).toEqual([
    ['a', '2026-03-02'],
    ['b', '2026-03-03'],
  ])
  expect(instantIn('UTC', '2026-03-02 08:00')).toBe('2026-03-02T08:00:00+00:00')
})
