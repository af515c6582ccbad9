import { rules, worked } from '@test/support/pay'
import { payInputs } from '@test/support/pay-arbitraries'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calculatePay } from '@/domain/pay/calculate'
import { explainLines } from '@/domain/pay/explain'
import type { PayLine } from '@/domain/pay/result'
import type { PayInput } from '@/domain/pay/schema'

const input: PayInput = {
  timeZone: 'UTC',
  currency: 'EUR',
  period: { from: '2026-03-01', to: '2026-03-31' },
  rates: [{ from: '2026-01-01', hourly: 1000 }],
  rules: rules({
    rounding: { minutes: 15, of: 'punch', mode: 'nearest' },
    breaks: [{ afterMinutes: 360, minutes: 30 }],
    overtime: {
      daily: [{ afterMinutes: 400, factor: '1.5' }],
      weekly: [{ afterMinutes: 700, factor: '1.25' }],
    },
  }),
  entries: [
    worked('a', '2026-03-02 08:04', '12:00', {
      breaks: [{ start: '2026-03-02T10:00:00Z', end: '2026-03-02T10:10:00Z' }],
    }),
    worked('b', '2026-03-02 12:00', '16:55'),
    worked('c', '2026-03-03 08:00', '08:20'),
    worked('d', '2026-03-09 08:00', '08:20'),
  ],
  extras: [{ day: '2026-03-03', name: 'meal', amount: 700 }],
}
const lineOf = (entry: string | null, kind: string, given = input) => {
  const line = calculatePay(given).lines.find((one) => one.entry === entry && one.kind === kind)
  if (!line) throw new Error('No such line')
  return line
}

const explainLine = (of: PayInput, line: PayLine) => explainLines(of, [line])[0] ?? null

describe('why this amount?', () => {
  it('is answered by the sum that was rounded once, the times of the line and its punches', () => {
    expect(explainLine(input, lineOf('a', 'regular'))).toEqual({
      sum: { minutes: 415, exact: '6916.6667', amount: 6917 },
      times: [
        { from: '2026-03-02T08:00:00.000Z', minutes: 120 },
        { from: '2026-03-02T10:10:00.000Z', minutes: 110 },
      ],
      stretch: {
        entries: ['a', 'b'],
        punched: ['2026-03-02T08:04:00.000Z', '2026-03-02T16:55:00.000Z'],
        counted: ['2026-03-02T08:00:00.000Z', '2026-03-02T17:00:00.000Z'],
      },
      ...{ day: null, average: null, credit: null },
    })
  })

  it('tells when overtime began, and what was deducted', () => {
    expect(explainLine(input, lineOf('b', 'overtime'))).toMatchObject({
      sum: { minutes: 110, exact: '2750', amount: 2750 },
      times: [{ from: '2026-03-02T14:50:00.000Z', minutes: 110 }],
    })
    expect(explainLine(input, lineOf('b', 'break'))).toMatchObject({
      sum: { minutes: 20, exact: '0', amount: 0 },
      times: [{ from: '2026-03-02T16:40:00.000Z', minutes: 20 }],
    })
  })

  it('tells of time that goes on as one, though a premium begins in it', () => {
    const premiums = [{ name: 'late', from: '10:30', to: '11:00', factor: '0.5' }]
    const given = { ...input, rules: rules({ premiums }) }
    expect(explainLine(given, lineOf('a', 'regular', given))?.times).toEqual([
      { from: '2026-03-02T08:04:00.000Z', minutes: 116 },
      { from: '2026-03-02T10:10:00.000Z', minutes: 110 },
    ])
  })

  it('has neither times nor punches for what belongs to no entry', () => {
    expect(explainLine(input, lineOf(null, 'extra'))).toEqual({
      sum: { minutes: 0, exact: '700', amount: 700 },
      ...{ times: [], stretch: null, day: null, average: null, credit: null },
    })
  })

  it('tells what rounding of days made of the day', () => {
    const given = { ...input, rules: rules({ rounding: { minutes: 15, of: 'day', mode: 'employee' } }) }
    expect(explainLine(given, lineOf('c', 'regular', given))).toMatchObject({
      ...{ day: { worked: 20, counted: 30 }, times: [{ minutes: 30 }] },
    })
  })

  it('tells of the week’s average, exactly, and of what is credited against overtime', () => {
    const overtime = { weekly: [{ afterMinutes: 480, factor: '1.5' }], base: 'weighted' as const }
    const late = { name: 'late', from: '12:00', to: '13:00', factor: '0.5', inRegularRate: true }
    const monday = { name: 'monday', days: ['monday' as const], factor: '0.25', credited: true }
    const given = { ...input, extras: [], rules: rules({ overtime, premiums: [late, monday] }) }
    const { lines } = calculatePay(given)
    const weighted = lines.find(({ name }) => name === 'weighted')
    const credit = lines.find(({ name }) => name === 'credit')
    if (!weighted || !credit) throw new Error('No such line')
    // 541 minutes at 10.00, and one hour of half as much on top.
    expect(explainLine(given, weighted)).toMatchObject({
      average: { pay: '9516.6667', minutes: 541, hourly: '1055.4529' },
      credit: null,
    })
    expect(explainLine(given, credit)).toMatchObject({
      average: null,
      credit: { premiums: '2170.8333', overtime: '536.5219' },
    })
  })

  it('is not answered for a line that is another’s', () => {
    const line = lineOf('a', 'regular')
    for (const other of [
      { rate: 999 },
      { entry: 'x' },
      { day: '2026-03-05' },
      { name: 'x' },
      { factor: '2' },
      { kind: 'premium' as const },
    ]) {
      expect(explainLine(input, { ...line, ...other })).toBeNull()
    }
  })

  it('tells the two weeks apart of a day on which the workweek begins at another hour than the day', () => {
    // The workweek begins on Thursday at 04:00 by the clock; the night shift is one entry over both.
    const given: PayInput = {
      ...{ timeZone: 'UTC', currency: 'EUR', weekStart: 'thursday' },
      period: { from: '2026-04-01', to: '2026-04-02' },
      rules: [{ from: '2026-01-01', weekStart: '04:00', shiftDay: 'split', stacking: 'add' }],
      rates: [{ from: '2026-01-01', hourly: 2000 }],
      entries: [{ id: 'n', in: '2026-04-01T22:00:00Z', out: '2026-04-02T08:00:00Z' }],
    }
    const thursday = calculatePay(given).lines.filter(({ day }) => day === '2026-04-02')
    expect(thursday.map(({ minutes }) => minutes)).toEqual([240, 240])
    expect(explainLines(given, thursday).map((one) => one?.times)).toEqual([
      [{ from: '2026-04-02T00:00:00.000Z', minutes: 240 }],
      [{ from: '2026-04-02T04:00:00.000Z', minutes: 240 }],
    ])
  })

  it('is answered for every line, with times that are its minutes, whatever the rules', () => {
    fc.assert(
      fc.property(payInputs, (given) => {
        const { lines } = calculatePay(given)
        for (const line of lines.slice(0, 6)) {
          const explained = explainLine(given, line)
          const minutes = explained?.times.reduce((all, one) => all + one.minutes, 0)
          if (line.entry !== null) expect(minutes).toBe(line.minutes)
          expect(explained?.sum.minutes).toBeGreaterThanOrEqual(line.minutes)
        }
      }),
      { numRuns: 60 },
    )
  })
})
