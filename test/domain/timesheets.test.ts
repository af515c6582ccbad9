import { describe, expect, test } from 'vitest'
import { exceptionSettings, exceptionsBy, type Noticed } from '@/domain/exceptions'
import { paySums, workedMinutes } from '@/domain/pay-sums'
import { noticedOfSheet, signatureAct, timesheetState } from '@/domain/timesheets'

const nothing: Noticed[] = []
const settled = { warnings: nothing, refused: false, openCorrections: [], over: true, signed: true }

type Standing = Parameters<typeof noticedOfSheet>[0]
const exceptionsOf = ({ warnings, ...standing }: Standing & { warnings: Noticed[] }) =>
  exceptionsBy(exceptionSettings([]), [...warnings, ...noticedOfSheet(standing)])

describe('what is out of the ordinary in somebody’s hours', () => {
  test('signed hours of a period that is over have no exception', () => {
    expect(exceptionsOf(settled)).toEqual([])
  })

  test.each([
    ['a missing rate stops an approval', { refused: true }, 'no_rate', true],
    [
      'so does an entry that nobody ended',
      { warnings: [{ code: 'entry_open' as const, entryId: 'e', day: '2026-03-02', beyond: 0 }] },
      'entry_open',
      true,
    ],
    [
      'a forgotten clock-out does not: its undisputed part is paid',
      { warnings: [{ code: 'entry_flagged' as const, entryId: 'e', day: '2026-03-02', beyond: 0 }] },
      'entry_flagged',
      false,
    ],
    ['nor does a correction that waits', { openCorrections: [{ entryId: null }] }, 'correction_open', false],
    ['nor a signature that is missing', { signed: false }, 'not_signed', false],
    ['nor a period that is not over', { over: false }, 'period_runs', false],
  ])('%s', (_title, change, code, critical) => {
    expect(exceptionsOf({ ...settled, ...change })).toMatchObject([{ code, critical }])
  })

  test('what stops an approval comes first', () => {
    const warnings = [
      { code: 'day_long' as const, entryId: null, day: '2026-03-02', beyond: 30 },
      { code: 'entry_open' as const, entryId: 'e', day: '2026-03-03', beyond: 0 },
    ]
    const found = exceptionsOf({ ...settled, signed: false, warnings })
    expect(found.map(({ code }) => code)).toEqual(['entry_open', 'day_long', 'not_signed'])
  })
})

test.each([
  ['nobody has signed', { signed: false, approved: false, paid: false }, 'OPEN'],
  ['the employee has signed', { signed: true, approved: false, paid: false }, 'SIGNED'],
  ['a manager approved, with or without that', { signed: false, approved: true, paid: false }, 'APPROVED'],
  ['approved and paid', { signed: true, approved: true, paid: true }, 'PAID'],
  ['paid, and unlocked for a correction', { signed: false, approved: false, paid: true }, 'OPEN'],
] as const)('hours stand where they do: %s', (_title, sheet, state) => {
  expect(timesheetState(sheet)).toBe(state)
})

const [none, signed] = [
  { signedAt: null, approvedAt: null },
  { signedAt: '1', approvedAt: null },
]
const both = { signedAt: '1', approvedAt: '2' }

test.each([
  ['signing off', none, signed, 'SIGNED'],
  ['approving', signed, both, 'APPROVED'],
  ['unlocking leaves the employee’s name under it', both, signed, 'UNLOCKED'],
  ['unlocking hours that nobody had signed', { ...both, signedAt: null }, none, 'UNLOCKED'],
  ['a change of the hours takes both', both, none, 'TAKEN_BACK'],
  ['or the one there is', signed, none, 'TAKEN_BACK'],
] as const)('a change of signatures is an act: %s', (_title, before, after, act) => {
  expect(signatureAct(before, after)).toBe(act)
})

describe('the sums of a calculation', () => {
  const line = {
    entry: 'e',
    kind: 'regular',
    name: null,
    minutes: 60,
    rate: 2000,
    factor: '1',
    amount: 2000,
  } as const

  test('are one a week, kind, rate and factor, with the lines that share them', () => {
    const sums = paySums(
      [
        { ...line, day: '2026-03-02' },
        { ...line, day: '2026-03-08', minutes: 30, amount: 1000 },
        { ...line, day: '2026-03-09' },
        { ...line, day: '2026-03-09', kind: 'overtime', factor: '1.5', amount: 3000 },
      ],
      'MONDAY',
    )
    expect(
      sums.map(({ week, kind, minutes, amount, parts }) => [week, kind, minutes, amount, parts.length]),
    ).toEqual([
      ['2026-03-02', 'regular', 90, 3000, 2],
      ['2026-03-09', 'regular', 60, 2000, 1],
      ['2026-03-09', 'overtime', 60, 3000, 1],
    ])
  })

  test('what is paid on top of minutes counts them no second time', () => {
    expect(workedMinutes(line)).toBe(60)
    const called = { ...line, kind: 'overtime', name: 'weighted' } as const
    expect(workedMinutes(called), 'a kind of work may be called anything').toBe(60)
    for (const [kind, name] of [
      ['adjustment', 'weekly-overtime'],
      ['premium', 'night'],
      ['extra', 'missed meal'],
      ['break', 'unpaid'],
    ] as const) {
      const onTop = { ...line, kind, name }
      expect(workedMinutes(onTop)).toBe(0)
    }
  })
})
