import '@/domain/field-errors'
import { describe, expect, it } from 'vitest'
import { calculatePay } from '@/domain/pay/calculate'
import { PayRefusal } from '@/domain/pay/refusal'
import { payJsonSchema, readPayInput } from '@/domain/pay/schema'

const entry = { id: 'a', in: '2026-03-02T08:00:00Z', out: '2026-03-02T12:00:00Z' }
const minimal = {
  timeZone: 'Europe/Berlin',
  currency: 'EUR',
  period: { from: '2026-03-01', to: '2026-03-31' },
  rates: [{ from: '2026-01-01', hourly: 2000 }],
  entries: [entry],
}
const refusal = (given: unknown) => {
  try {
    calculatePay(readPayInput(given))
    return null
  } catch (error) {
    if (error instanceof PayRefusal) return error.message
    throw error
  }
}
const withRule = (rule: object) => refusal({ ...minimal, rules: [{ from: '2026-01-01', ...rule }] })
const withEntries = (...entries: object[]) => refusal({ ...minimal, entries })
const at = (time: string) => `2026-03-02T${time}:00Z`

describe('an input', () => {
  it('needs no more than a zone, a currency, a period, rates and entries', () => {
    expect(calculatePay(readPayInput(minimal)).totals.gross).toBe(8000)
    for (const key of Object.keys(minimal)) {
      expect(refusal({ ...minimal, [key]: undefined })).toMatch(new RegExp(`^${key}: `))
    }
  })

  it('may leave seconds out of its instants and name any offset', () => {
    expect(refusal({ ...minimal, entries: [{ ...entry, in: '2026-03-02T08:00+01:00' }] })).toBeNull()
    expect(
      refusal({ ...minimal, entries: [{ ...entry, in: '2026-03-02T08:00:59.999-05:45', out: null }] }),
    ).toBeNull()
  })

  it.each([
    [null, 'the input: Invalid input: expected object, received null'],
    [{ ...minimal, wages: 1 }, 'wages: is not known here'],
    [{ ...minimal, timeZone: 'Berlin' }, 'timeZone: is not a time zone like Europe/Berlin'],
    [{ ...minimal, currency: 'DEM' }, 'currency: is not a currency of ISO 4217 like EUR'],
    [
      { ...minimal, period: { from: '2026-03-02', to: '2026-03-01' } },
      'period.to: is before the period begins',
    ],
    [
      { ...minimal, period: { from: '2026-02-30', to: '2026-03-01' } },
      'period.from: is not a day like 2026-03-01',
    ],
    [{ ...minimal, rates: [{ from: '2026-01-01', hourly: 20.5 }] }, /^rates\[0\]\.hourly: .*int/],
    [{ ...minimal, rates: [{ from: '2026-01-01', hourly: -1 }] }, /^rates\[0\]\.hourly: .*>=0/],
    [{ ...minimal, rates: [{ from: '2026-01-01', hourly: 1e12 }] }, /^rates\[0\]\.hourly: /],
    [{ ...minimal, entries: [{ ...entry, wage: 1 }] }, 'entries[0].wage: is not known here'],
    [
      { ...minimal, entries: [{ ...entry, out: '2026-03-02T12:00:00' }] },
      'entries[0].out: is not an instant with its offset, like 2026-03-07T22:00:00-08:00',
    ],
    [
      { ...minimal, entries: [{ ...entry, breaks: [{ start: at('09:00') }] }] },
      /^entries\[0\]\.breaks\[0\]\.end: /,
    ],
    [{ ...minimal, extras: [{ day: '2026-03-02', name: '', amount: 1 }] }, /^extras\[0\]\.name: /],
    [
      { ...minimal, entries: [{ ...entry, in: '1969-12-31T23:59:00Z' }] },
      'entries[0].in: is not between 1970 and 2199',
    ],
    [
      { ...minimal, period: { from: '2026-01-01', to: '2200-01-01' } },
      'period.to: is not between 1970 and 2199',
    ],
    [{ ...minimal, weekStart: 'Sunday' }, /^weekStart: /],
  ])('that cannot be read is refused with the place (%#)', (given, message) => {
    expect(refusal(given)).toMatch(message)
  })

  it.each([
    [
      { rounding: { minutes: 7, of: 'punch', mode: 'nearest' } },
      'rules[0].rounding.minutes: does not divide an hour',
    ],
    [{ rounding: { minutes: 0, of: 'punch', mode: 'nearest' } }, /^rules\[0\]\.rounding\.minutes: /],
    [{ rounding: { minutes: 120, of: 'punch', mode: 'nearest' } }, /^rules\[0\]\.rounding\.minutes: /],
    [{ rounding: { minutes: 15, of: 'week', mode: 'nearest' } }, /^rules\[0\]\.rounding\.of: /],
    [{ dayStart: '24:00' }, 'rules[0].dayStart: is not a time of day like 22:00'],
    [{ dayStart: '4:00' }, 'rules[0].dayStart: is not a time of day like 22:00'],
    [{ weekStart: '04:000' }, 'rules[0].weekStart: is not a time of day like 22:00'],
    [{ breaks: [{ afterMinutes: -1 }] }, /^rules\[0\]\.breaks\[0\]\.afterMinutes: /],
    [
      { overtime: { daily: [{ afterMinutes: 480, factor: 1.5 }] } },
      /^rules\[0\]\.overtime\.daily\[0\]\.factor: /,
    ],
    [
      { overtime: { weekly: [{ afterMinutes: 480, factor: '0.5' }] } },
      'rules[0].overtime.weekly[0].factor: is not a factor of at least 1, like "1.5"',
    ],
    [
      { premiums: [{ name: 'x', factor: '1,5' }] },
      'rules[0].premiums[0].factor: is not a decimal in quotes, like "0.25"',
    ],
    [
      { premiums: [{ name: 'x', factor: '-1' }] },
      'rules[0].premiums[0].factor: is not a decimal in quotes, like "0.25"',
    ],
    [{ premiums: [{ name: 'x' }] }, 'rules[0].premiums[0]: needs either a factor or an amount'],
    [
      { premiums: [{ name: 'x', factor: '1', amount: 1 }] },
      'rules[0].premiums[0]: needs either a factor or an amount',
    ],
    [{ premiums: [{ name: 'x', factor: '1', days: [] }] }, /^rules\[0\]\.premiums\[0\]\.days: /],
    [{ stacking: 'most' }, /^rules\[0\]\.stacking: /],
    [{ limits: { restHours: 11 } }, 'rules[0].limits.restHours: is not known here'],
  ])('has rules that make sense (%#)', (rule, message) => {
    expect(withRule(rule)).toMatch(message)
  })

  it.each([
    [{ overtime: { daily: [{ afterMinutes: 480, factor: '1' }] } }],
    [{ rounding: { minutes: 6, of: 'day', mode: 'down' } }],
    [{ rounding: { minutes: 60, of: 'day', mode: 'down' } }],
    [{ premiums: [{ name: 'x', factor: '0' }] }],
    [{ dayStart: '23:59' }],
    [{ dayStart: '19:30' }],
  ])('may have any rule of the schema (%#)', (rule) => {
    expect(withRule(rule)).toBeNull()
  })

  it('may be about a single day', () => {
    expect(refusal({ ...minimal, period: { from: '2026-03-01', to: '2026-03-01' } })).toBeNull()
  })

  it('may be about any year from 1970 to 2199', () => {
    expect(refusal({ ...minimal, period: { from: '1970-01-01', to: '2199-12-31' } })).toBeNull()
  })

  it('has each rate and each version of the rules once', () => {
    const rates = [
      { from: '2026-01-01', hourly: 1 },
      { from: '2026-01-01', kind: 'x', hourly: 1 },
      { from: '2026-01-01', kind: 'x', hourly: 2 },
    ]
    expect(refusal({ ...minimal, rates })).toBe('rates[2].from: is that of rates[1] too')
    expect(refusal({ ...minimal, rates: rates.slice(0, 2) })).toBeNull()
    expect(refusal({ ...minimal, rules: [{ from: '2026-01-01' }, { from: '2026-01-01' }] })).toBe(
      'rules[1].from: is that of rules[0] too',
    )
  })
})

describe('entries', () => {
  it('end when they begin or later', () => {
    expect(withEntries({ ...entry, out: at('07:59') })).toBe('entries[0].out: is before the entry begins')
    expect(withEntries({ ...entry, out: at('08:00') })).toBeNull()
    expect(withEntries({ ...entry, in: '2026-03-02T08:00:50Z', out: '2026-03-02T08:00:10Z' })).toBeNull()
  })

  it('do not overlap, in whatever order they stand', () => {
    const other = { id: 'b', in: at('11:59'), out: at('13:00') }
    expect(withEntries(entry, other)).toBe('entries[1].in: overlaps entries[0]')
    expect(withEntries(other, entry)).toBe('entries[0].in: overlaps entries[1]')
    expect(withEntries(entry, { ...other, in: at('12:00') })).toBeNull()
    expect(withEntries(entry, { ...other, in: at('09:00'), out: at('10:00') })).toBe(
      'entries[1].in: overlaps entries[0]',
    )
  })

  it('may be open or of no length beside others, not within them', () => {
    expect(withEntries(entry, { id: 'b', in: at('12:00') })).toBeNull()
    expect(withEntries({ id: 'b', in: at('07:00') }, entry)).toBeNull()
    expect(withEntries(entry, { id: 'b', in: at('11:00') })).toBe('entries[1].in: overlaps entries[0]')
    expect(withEntries(entry, { id: 'b', in: at('08:00') })).toBe('entries[1].in: overlaps entries[0]')
    expect(withEntries({ id: 'b', in: at('08:00') }, entry)).toBe('entries[0].in: overlaps entries[1]')
    expect(withEntries(entry, { id: 'b', in: at('08:00'), out: at('08:00') })).toBeNull()
    expect(withEntries(entry, { id: 'b', in: at('12:00'), out: at('12:00') })).toBeNull()
    expect(withEntries(entry, { id: 'b', in: at('10:00'), out: at('10:00') })).toBe(
      'entries[1].in: overlaps entries[0]',
    )
  })

  it('have ids of their own', () => {
    expect(withEntries(entry, { ...entry, in: at('13:00'), out: at('14:00') })).toBe(
      'entries[1].id: is that of entries[0] too',
    )
  })

  it('have their breaks within themselves, one after another', () => {
    const breaks = (...all: [string, string][]) =>
      withEntries({ ...entry, breaks: all.map(([start, end]) => ({ start: at(start), end: at(end) })) })
    expect(breaks(['10:00', '09:59'])).toBe('entries[0].breaks[0].end: is before the break begins')
    expect(breaks(['07:59', '09:00'])).toBe('entries[0].breaks[0]: is outside its entry')
    expect(breaks(['11:00', '12:01'])).toBe('entries[0].breaks[0]: is outside its entry')
    expect(breaks(['08:00', '12:00'])).toBeNull()
    expect(breaks(['10:00', '10:30'], ['10:29', '10:40'])).toBe(
      'entries[0].breaks[1].start: overlaps another break',
    )
    expect(breaks(['10:00', '10:30'], ['09:00', '10:01'])).toBe(
      'entries[0].breaks[0].start: overlaps another break',
    )
    expect(breaks(['10:00', '10:30'], ['09:00', '10:00'])).toBeNull()
    expect(breaks(['10:00', '10:00'], ['10:00', '10:30'])).toBeNull()
    expect(breaks(['10:00', '10:30'], ['10:00', '10:00'])).toBeNull()
    expect(
      withEntries({ id: 'a', in: at('08:00'), breaks: [{ start: at('09:00'), end: at('09:10') }] }),
    ).toBeNull()
    expect(
      withEntries({ id: 'a', in: at('08:00'), breaks: [{ start: at('07:00'), end: at('09:10') }] }),
    ).toBe('entries[0].breaks[0]: is outside its entry')
  })
})

it('the schema is a JSON Schema that refuses unknown keys', () => {
  expect(payJsonSchema()).toMatchObject({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    additionalProperties: false,
    required: ['timeZone', 'currency', 'period', 'rates', 'entries'],
  })
})
