import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Counted, outside, weekDifferences } from '@/domain/payments'

const line = (day: string, minutes: number, amount: number, more: Partial<Counted> = {}): Counted => ({
  ...{ day, kind: 'regular', name: null, minutes, amount },
  ...more,
})
const march = { from: '2026-03-01', to: '2026-03-31' }
const differences = (lists: Partial<Record<'now' | 'paid' | 'madeUp', Counted[]>>) =>
  weekDifferences(march, 'MONDAY', { now: [], paid: [], madeUp: [], ...lists })

describe('what was paid and what it should have been', () => {
  test.each([
    [
      'the same is no difference',
      { now: [line('2026-03-10', 60, 2000)], paid: [line('2026-03-10', 60, 2000)] },
      [],
    ],
    [
      'an hour more is paid in its week',
      { now: [line('2026-03-10', 120, 4000)], paid: [line('2026-03-10', 60, 2000)] },
      [{ day: '2026-03-09', minutes: 60, amount: 2000 }],
    ],
    [
      'what was made up for already counts as paid',
      {
        now: [line('2026-03-10', 120, 4000)],
        paid: [line('2026-03-10', 60, 2000)],
        madeUp: [line('2026-03-09', 60, 2000, { kind: 'adjustment' })],
      },
      [],
    ],
    [
      'another rate changes the sum and no minute',
      { now: [line('2026-03-10', 60, 2200)], paid: [line('2026-03-10', 60, 2000)] },
      [{ day: '2026-03-09', minutes: 0, amount: 200 }],
    ],
    [
      'what was paid and is gone is taken back, in each week its own',
      { paid: [line('2026-03-10', 60, 2000), line('2026-03-17', 30, 1000)] },
      [
        { day: '2026-03-09', minutes: -60, amount: -2000 },
        { day: '2026-03-16', minutes: -30, amount: -1000 },
      ],
    ],
    [
      'a week that began before the period is told by the period’s first day',
      { now: [line('2026-03-01', 60, 2000)] },
      [{ day: '2026-03-01', minutes: 60, amount: 2000 }],
    ],
    [
      'premiums and averages pay on top of minutes that count once',
      {
        now: [
          line('2026-03-10', 60, 2000),
          line('2026-03-10', 60, 500, { kind: 'premium', name: 'night' }),
          line('2026-03-10', 30, 100, { kind: 'premium', name: 'weighted' }),
        ],
      },
      [{ day: '2026-03-09', minutes: 60, amount: 2600 }],
    ],
  ])('%s', (_title, lists, due) => {
    expect(differences(lists)).toEqual(due)
  })
})

const at = (minute: number) => new Date(Date.UTC(2026, 2, 2, 0, minute))
const stretch = (from: number, to: number) => ({ timeEntryId: 'e', startedAt: at(from), endedAt: at(to) })

describe('stretches of time that nobody was paid for', () => {
  test.each([
    ['all of it, where nothing was paid', [stretch(0, 60)], [], [[0, 60]]],
    ['nothing, where all of it was paid', [stretch(0, 60)], [stretch(0, 60)], []],
    ['what is longer now', [stretch(0, 90)], [stretch(0, 60)], [[60, 90]]],
    [
      'what lies before and after',
      [stretch(0, 90)],
      [stretch(30, 60)],
      [
        [0, 30],
        [60, 90],
      ],
    ],
    ['what only touches stays whole', [stretch(30, 60)], [stretch(0, 30), stretch(60, 90)], [[30, 60]]],
  ])('%s', (_title, stretches, paid, left) => {
    expect(outside(stretches, paid)).toEqual(left.map(([from, to]) => stretch(from ?? 0, to ?? 0)))
  })

  test('together with what was paid they are every minute once', () => {
    const cuts = fc
      .uniqueArray(fc.nat(500), { minLength: 2, maxLength: 20 })
      .map((all) => all.sort((a, b) => a - b))
    const stretches = cuts.map((all) =>
      all.flatMap((from, i) =>
        i % 2 === 0 && all[i + 1] !== undefined ? stretch(from, all[i + 1] ?? 0) : [],
      ),
    )
    const minutes = (list: ReturnType<typeof stretch>[]) =>
      list.flatMap(({ startedAt, endedAt }) => {
        const first = startedAt.getTime() / 60_000
        return Array.from({ length: endedAt.getTime() / 60_000 - first }, (_, i) => first + i)
      })
    fc.assert(
      fc.property(stretches, stretches, (wanted, paid) => {
        const left = minutes(outside(wanted, paid))
        const known = new Set(minutes(paid))
        expect(left).toEqual(minutes(wanted).filter((minute) => !known.has(minute)))
      }),
    )
  })
})

test('what was paid in two weeks is taken back from the earlier one first, whatever the order of the lines', () => {
  const late = line('2026-03-17', 30, 1000)
  const early = line('2026-03-03', 30, 1000)
  const weeks = [
    { day: '2026-03-02', minutes: 30, amount: 1000 },
    { day: '2026-03-16', minutes: 30, amount: 1000 },
  ]
  expect(differences({ now: [late, early] })).toEqual(weeks)
  expect(differences({ now: [early, late] })).toEqual(weeks)
})

test('minutes that are gone are told where their money stays', () => {
  expect(differences({ now: [line('2026-03-10', 30, 2000)], paid: [line('2026-03-10', 60, 2000)] })).toEqual([
    { day: '2026-03-09', minutes: -30, amount: 0 },
  ])
})

test('an adjustment among what was paid at first counts no minute a second time', () => {
  const added = line('2026-03-10', 60, 1000, { kind: 'adjustment', name: 'weekly-overtime' })
  expect(differences({ paid: [added] })).toEqual([{ day: '2026-03-09', minutes: 0, amount: -1000 }])
})

test('of a stretch that was paid in two pieces what lies between them is left, in whatever order they are known', () => {
  const at = (hour: number) => new Date(Date.UTC(2026, 2, 10, hour))
  const whole = { timeEntryId: 'e', startedAt: at(8), endedAt: at(16) }
  const pieces = [
    { startedAt: at(12), endedAt: at(16) },
    { startedAt: at(8), endedAt: at(10) },
  ]
  const between = [{ ...whole, startedAt: at(10), endedAt: at(12) }]
  expect(outside([whole], pieces)).toEqual(between)
  expect(outside([whole], pieces.toReversed())).toEqual(between)
})
