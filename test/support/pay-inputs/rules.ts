import fc from 'fast-check'
import type { Premium, RuleSet } from '../pay-oracle/shape'
import { length, oneOf } from './shifts'

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

export const ruleSet: fc.Arbitrary<Omit<RuleSet, 'from'>> = fc
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
