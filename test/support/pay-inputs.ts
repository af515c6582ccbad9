import fc from 'fast-check'
import { dayName, dayNumber, wallClock } from './pay-oracle/clock'
import type { BreakTaken, Entry, Input, Premium, RuleSet, Weekday } from './pay-oracle/shape'

const zones: [zone: string, changes: string[]][] = [
  ['Europe/Berlin', ['2026-03-29', '2026-10-25']],
  ['America/Los_Angeles', ['2026-03-08', '2026-11-01']],
  ['Australia/Lord_Howe', ['2026-04-05', '2026-10-04']],
  ['Africa/Casablanca', ['2026-02-15', '2026-03-22']],
  ['Asia/Kathmandu', ['2026-05-10']],
]
const weekdays: Weekday[] = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
const someKind = fc.constantFrom(undefined, undefined, 'kitchen', 'driving')
const later = (day: string, days: number) => dayName(dayNumber(day) + days)
const oneOf = fc.constantFrom
const length = (min: number, max: number) => fc.integer({ min, max })

const piece = fc.record({
  after: fc.oneof(oneOf(0), length(1, 240)),
  minutes: fc.oneof(oneOf(0, 10, 15, 20, 30), length(1, 70)),
  paid: fc.boolean(),
})

const shift = fc.record({
  gap: fc.oneof(oneOf(0, 0), length(1, 40), length(300, 1000)),
  minutes: fc.oneof(
    { arbitrary: length(180, 720), weight: 5 },
    { arbitrary: length(0, 90), weight: 2 },
    { arbitrary: oneOf(485, 545), weight: 2 },
  ),
  kind: someKind,
  pieces: fc.array(piece, { maxLength: 3 }),
  closing: oneOf(0, 0, 0, 12, 30),
  seconds: fc.tuple(length(0, 59), length(0, 59)),
  ahead: oneOf(0, 0, 345, -480),
  marks: oneOf({}, {}, {}, { flagged: true }, { noBreakDeduction: true }, { flagged: false }),
})
type Shift = typeof shift extends fc.Arbitrary<infer T> ? T : never

function instant(minute: number, ahead: number, second: number): string {
  const local = new Date((minute + ahead) * 60_000 + second * 1000).toISOString().slice(0, 19)
  const size = Math.abs(ahead)
  const two = (n: number) => String(n).padStart(2, '0')
  if (ahead === 0) return `${local}Z`
  return `${local}${ahead < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`
}

/** Breaks one after the other, and one of `closing` minutes that goes on to the end. */
function breaksOf({ pieces, closing, ahead }: Shift, start: number, end: number): BreakTaken[] {
  let free = start
  const last = Math.max(start, end - closing)
  const within = pieces.map(({ after, minutes, paid }) => {
    const from = Math.min(last, free + after)
    free = Math.min(last, from + minutes)
    return { from, to: free, paid }
  })
  return [...within, { from: last, to: end, paid: false }]
    .filter(({ from, to }) => from < to || (start < from && from < last))
    .map(({ from, to, paid }) => ({ start: instant(from, ahead, 0), end: instant(to, ahead, 59), paid }))
}

/** Entries from shifts one after the other; `every` makes each begin so many minutes after the one before. */
function entriesOf(shifts: readonly Shift[], begin: number, every: number | null): Entry[] {
  let free = begin
  return shifts.map((shift, at) => {
    const { gap, minutes, kind, seconds, ahead, marks } = shift
    const start = every === null ? free + gap : Math.max(free, begin + at * every + Math.min(gap, 40))
    const end = start + minutes
    free = end
    const breaks = breaksOf(shift, start, end)
    const fields = { ...(kind && { kind }), ...(breaks.length > 0 && { breaks }), ...marks }
    const [first, last] = seconds
    return { id: `e${at}`, in: instant(start, ahead, first), out: instant(end, 0, last), ...fields }
  })
}

/** Tiers at the lengths that laws name, or at any; the later one pays more, or less. */
const tiers = (afters: number[][]) =>
  fc
    .oneof(oneOf(...afters), fc.array(length(0, 1500), { minLength: 1, maxLength: 3 }))
    .map((all) =>
      all.map((afterMinutes, at) => ({ afterMinutes, factor: ['1.5', '2', '2.5'][at] as string })),
    )

const overtime = fc.record(
  {
    daily: tiers([[480], [480, 720], [420], [0, 300]]),
    weekly: tiers([[2400], [1200], [2400, 2880], [600, 900], [0]]),
    seventhDay: tiers([[0], [0, 480], [60, 120]]),
    base: oneOf('own', 'weighted'),
  },
  { requiredKeys: [] },
)

const limits = fc.record(
  { restMinutes: length(0, 1000), dayMinutes: length(0, 900), weekMinutes: length(0, 4000) },
  { requiredKeys: [] },
)

const time = length(0, 1439).map((minute) => new Date(minute * 60_000).toISOString().slice(11, 16))

const premium: fc.Arbitrary<Premium> = fc
  .tuple(
    oneOf<Partial<Premium>>(
      { name: 'night', from: '22:00', to: '06:00' },
      { name: 'night', from: '01:30', to: '02:45' },
      { name: 'evening', from: '18:00', to: '23:00' },
      { name: 'sunday', days: ['sunday'] },
      { name: 'weekend', days: ['saturday', 'sunday'], from: '20:00', to: '04:00' },
      { name: 'holiday', holidays: true },
      { name: 'always' },
    ),
    fc.option(fc.tuple(time, time), { freq: 3 }),
    oneOf({ factor: '0.25' }, { factor: '0.5' }, { factor: '1.25' }, { factor: '0.333' }, { amount: 155 }),
    oneOf(
      {},
      {},
      { inRegularRate: true },
      { inRegularRate: false },
      { credited: true, inRegularRate: false },
    ),
  )
  .map(([where, window, pays, flags]) => {
    const clear = pays.amount !== undefined && (where.days || where.holidays) ? { inRegularRate: true } : {}
    const times = window ? { from: window[0], to: window[1] } : {}
    return { name: '', ...where, ...times, ...pays, ...clear, ...flags }
  })

const breakRules = fc
  .tuple(
    oneOf(
      [[360, 30]],
      [
        [360, 30],
        [540, 45],
      ],
      [
        [240, 15],
        [600, 60],
      ],
    ),
    fc.boolean(),
    oneOf({}, {}, { paidUpTo: 20 }, { paidUpTo: 5 }),
    oneOf({}, {}, { minPiece: 15 }),
  )
  .map(([all, mixed, upTo, least]) =>
    all.map(([afterMinutes = 0, minutes = 0], at) => ({
      ...{ afterMinutes, minutes, paid: mixed && at > 0, ...upTo, ...least },
    })),
  )

const hours = fc
  .tuple(oneOf(undefined, undefined, '04:00', '00:30'), oneOf(undefined, undefined, '06:00'))
  .map(([dayStart, weekStart]) => ({ ...(dayStart && { dayStart }), ...(weekStart && { weekStart }) }))

const ruleSet: fc.Arbitrary<Omit<RuleSet, 'from'>> = fc
  .tuple(
    fc.record(
      {
        rounding: fc.record({
          minutes: oneOf(5, 6, 10, 15, 30),
          of: oneOf('punch', 'day'),
          mode: oneOf('nearest', 'employee', 'down', 'up'),
        }),
        breaks: breakRules,
        overtime,
        premiums: fc.uniqueArray(premium, { maxLength: 4, selector: ({ name }) => name }),
        stacking: oneOf('add', 'highest'),
        shiftDay: oneOf('split', 'start', 'end', 'most'),
        limits,
      },
      { requiredKeys: ['overtime', 'premiums'] },
    ),
    hours,
  )
  .map(([rules, begins]) => ({ ...rules, ...begins }))

/** Inputs of `pay calculate` as they may come: a period around a night on which clocks change, with anything in it. */
export const payInput: fc.Arbitrary<Input> = fc
  .record({
    zone: oneOf(...zones),
    change: length(0, 1),
    starts: length(-10, -1),
    minuteOfDay: length(0, 1439),
    shifts: fc.array(shift, { minLength: 1, maxLength: 9, size: 'max' }),
    every: oneOf(null, 1440, 1440, 720),
    periodStarts: length(-9, 1),
    periodDays: oneOf(1, 3, 7, 7, 14),
    weekStart: oneOf<(Weekday | undefined)[]>(undefined, ...weekdays),
    holidays: fc.uniqueArray(length(-6, 6), { maxLength: 2 }),
    rules: fc.array(ruleSet, { maxLength: 3 }),
    rulesChange: fc.tuple(length(-8, 3), length(1, 7)),
    ratesChange: length(-8, 3),
    hourly: fc.array(length(0, 5000), { minLength: 4, maxLength: 4 }),
    turned: fc.boolean(),
    open: oneOf(false, false, false, true),
    extras: fc.array(
      fc.record({ day: length(-8, 8), amount: length(-900, 9000), minutes: oneOf(undefined, 60) }),
      { maxLength: 2 },
    ),
  })
  .map((made) => {
    const day = (made.zone[1][made.change] ?? made.zone[1][0]) as string
    const begin = dayNumber(later(day, made.starts)) * 1440 + made.minuteOfDay
    const clock = wallClock(made.zone[0])
    const entries = entriesOf(made.shifts, 2 * begin - clock(begin), made.every)
    if (made.open) entries.push({ id: 'open', in: instant(begin + 20_000, 0, 1) })
    const from = later(day, made.periodStarts)
    const [change, again] = made.rulesChange
    const [first = 0, second = 0, third = 0, fourth = 0] = made.hourly
    const turn = <T>(list: T[]) => (made.turned ? list.toReversed() : list)
    const turnBreaks = (entry: Entry) => (entry.breaks ? { ...entry, breaks: turn(entry.breaks) } : entry)
    return {
      timeZone: made.zone[0],
      currency: 'USD',
      ...(made.weekStart && { weekStart: made.weekStart }),
      period: { from, to: later(from, made.periodDays - 1) },
      holidays: made.holidays.map((days) => later(day, days)),
      rules: turn(
        made.rules.map((rules, at) => ({
          from: ['2026-01-01', later(day, change), later(day, change + again)][at] ?? '',
          ...rules,
        })),
      ),
      rates: turn([
        { from: '2026-01-01', hourly: first },
        { from: later(day, made.ratesChange), hourly: second },
        { from: '2026-01-01', kind: 'kitchen', hourly: third },
        { from: later(day, made.ratesChange), kind: 'driving', hourly: fourth },
      ]),
      entries: turn(entries.map(turnBreaks)),
      extras: made.extras.map(({ minutes, ...extra }, at) => ({
        ...{ ...extra, day: later(day, extra.day), name: `extra ${at}`, ...(minutes && { minutes }) },
      })),
    }
  })
