import fc from 'fast-check'
import type { PayInput, PayRules } from '@/domain/pay/schema'
import type { Weekday } from '@/domain/pay/weekdays'

export type Entry = PayInput['entries'][number]

/** Weeks around nights on which clocks change, and one in which they do not. */
const zones = [
  { timeZone: 'Europe/Berlin', first: '2026-03-24T04:00:00Z' },
  { timeZone: 'Europe/Berlin', first: '2026-10-20T04:00:00Z' },
  { timeZone: 'Australia/Lord_Howe', first: '2026-03-31T04:00:00Z' },
  { timeZone: 'America/New_York', first: '2026-10-27T04:00:00Z' },
  { timeZone: 'Asia/Kathmandu', first: '2026-05-05T04:00:00Z' },
]
const MINUTE = 60_000
const instant = (minute: number) => new Date(minute * MINUTE).toISOString()
const minuteOf = (text: string) => Date.parse(text) / MINUTE

const pausePlan = fc.record({ after: fc.nat(200), length: fc.nat(50), paid: fc.boolean() })
const plan = fc.record({
  gap: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 40 }), fc.integer({ min: 200, max: 1500 })),
  length: fc.oneof(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 60, max: 900 })),
  kind: fc.option(fc.constantFrom('kitchen', 'driving'), { nil: undefined }),
  pauses: fc.array(pausePlan, { maxLength: 3 }),
  noBreakDeduction: fc.constantFrom(false, false, false, true),
})

function entriesOf(first: string, plans: (typeof plan extends fc.Arbitrary<infer T> ? T : never)[]): Entry[] {
  let at = minuteOf(first)
  return plans.map(({ gap, length, kind, pauses, noBreakDeduction }, i) => {
    const start = at + gap
    at = start + length
    let free = start
    const breaks = pauses.map((one) => {
      const from = Math.min(free + one.after, at)
      free = Math.min(from + one.length, at)
      return { start: instant(from), end: instant(free), paid: one.paid }
    })
    return { id: `e${i}`, in: instant(start), out: instant(at), kind, breaks, noBreakDeduction }
  })
}

const step = fc.constantFrom(5, 6, 10, 15, 30)
const factor = fc.constantFrom('1.25', '1.5', '2')
const tier = fc.record({ afterMinutes: fc.constantFrom(0, 60, 300, 480, 1200, 2400), factor })
const time = fc.constantFrom('00:00', '02:30', '04:00', '06:00', '20:00', '22:00')
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined })
const premium = fc
  .record({
    name: fc.constantFrom('night', 'late', 'sunday'),
    from: maybe(time),
    to: maybe(time),
    days: maybe(fc.constantFrom<Weekday[][]>(['sunday'], ['saturday', 'monday'])),
    holidays: maybe(fc.boolean()),
    inRegularRate: maybe(fc.boolean()),
    credited: maybe(fc.boolean()),
  })
  .chain((one) => fc.constantFrom({ ...one, factor: '0.25' }, { ...one, amount: 133 }))

const ruleSet: fc.Arbitrary<Omit<PayRules, 'from'>> = fc.record({
  dayStart: maybe(time),
  weekStart: maybe(time),
  shiftDay: fc.constantFrom('split', 'start', 'end', 'most'),
  rounding: maybe(
    fc.record({
      minutes: step,
      of: fc.constantFrom('punch', 'day'),
      mode: fc.constantFrom('nearest', 'employee', 'down', 'up'),
    }),
  ),
  breaks: maybe(
    fc.array(
      fc.record({
        afterMinutes: fc.constantFrom(0, 240, 360),
        minutes: fc.constantFrom(0, 15, 30, 45),
        paid: fc.boolean(),
        paidUpTo: fc.constantFrom(0, 20),
        minPiece: fc.constantFrom(0, 15),
      }),
      { maxLength: 2 },
    ),
  ),
  overtime: maybe(
    fc.record({
      daily: fc.array(tier, { maxLength: 2 }),
      weekly: fc.array(tier, { maxLength: 2 }),
      seventhDay: fc.array(tier, { maxLength: 2 }),
      base: fc.constantFrom('own', 'weighted'),
    }),
  ),
  premiums: maybe(fc.array(premium, { maxLength: 3 })),
  stacking: fc.constantFrom('add', 'highest'),
})

const dayAfter = (first: string, days: number) => instant(minuteOf(first) + days * 1440).slice(0, 10)

/** People’s weeks under any rules, over nights on which clocks change. */
export const payInputs: fc.Arbitrary<PayInput> = fc
  .record({
    zone: fc.constantFrom(...zones),
    plans: fc.array(plan, { minLength: 1, maxLength: 14 }),
    sets: fc.tuple(ruleSet, ruleSet),
    weekStart: fc.constantFrom('sunday' as const, 'monday' as const, 'thursday' as const),
    period: fc.tuple(fc.nat(6), fc.integer({ min: 0, max: 14 })),
  })
  .map(({ zone: { timeZone, first }, plans, sets: [one, other], weekStart, period: [from, length] }) => ({
    timeZone,
    currency: 'EUR',
    weekStart,
    period: { from: dayAfter(first, from), to: dayAfter(first, from + length) },
    holidays: [dayAfter(first, 5)],
    rules: [
      { from: '2026-01-01', ...one },
      { from: dayAfter(first, 4), ...other },
    ],
    rates: [
      { from: '2026-01-01', hourly: 1999 },
      { from: '2026-01-01', kind: 'kitchen', hourly: 2333 },
      { from: dayAfter(first, 3), kind: 'kitchen', hourly: 2350 },
    ],
    entries: entriesOf(first, plans),
  }))

/** An entry as two that touch, at one of its minutes; as it was where it has none inside. */
export function cut(entry: Entry, share: number): Entry[] {
  const [start, end] = [minuteOf(entry.in), minuteOf(entry.out ?? '')]
  if (end - start < 2) return [entry]
  const at = start + 1 + Math.floor(share * (end - start - 1))
  const breaks = (from: number, to: number) =>
    entry.breaks
      ?.map((one) => ({
        ...one,
        start: instant(Math.max(from, minuteOf(one.start))),
        end: instant(Math.min(to, minuteOf(one.end))),
      }))
      .filter((one) => one.start < one.end)
  return [
    { ...entry, out: instant(at), breaks: breaks(start, at) },
    { ...entry, id: `${entry.id} later`, in: instant(at), breaks: breaks(at, end) },
  ]
}
