import { brief, instantIn, pause, pay, rules, worked } from '@test/support/pay'
import { each, type PublishedCase, published } from '@test/support/published-cases'
import { expect } from 'vitest'

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
const minutesOf = (length: unknown) => {
  const [hours, minutes] = String(length).split(':')
  return Number(hours) * 60 + Number(minutes)
}
const laws: Record<string, { afterMinutes: number; minutes: number; minPiece?: number }[]> = {
  'DE ArbZG § 4': [
    { afterMinutes: 360, minutes: 30, minPiece: 15 },
    { afterMinutes: 540, minutes: 45, minPiece: 15 },
  ],
  'UK WTR reg 12': [{ afterMinutes: 360, minutes: 20 }],
}
const young = [{ afterMinutes: 270, minutes: 30 }]
const lawOf = ({ given }: PublishedCase) =>
  Number(given.age) < 18 ? young : (laws[String(given.rule)] ?? [])

const due = (one: PublishedCase) => {
  const entry = worked('a', '2026-03-02 00:00', clock(minutesOf(one.given.work_time)))
  const result = pay([entry], { rules: rules({ breaks: lawOf(one) }) })
  const [deducted] = brief(result, 'break')
  expect(deducted?.[3] ?? 0).toBe(one.expect.break_minutes_due)
}

const pieces = (one: PublishedCase) => {
  const lengths = one.given.breaks_minutes as number[]
  const breaks = lengths.map((length, i) => pause(`2026-03-02 0${2 + i}:00`, clock(120 + 60 * i + length)))
  const worktime = minutesOf(one.given.work_time) + lengths.reduce((all, length) => all + length, 0)
  const result = pay([worked('a', '2026-03-02 00:00', clock(worktime), { breaks })], {
    rules: rules({ breaks: lawOf(one) }),
  })
  const deducted = brief(result, 'break').find((line) => line[2] === 'deducted')?.[3] ?? 0
  expect(30 - Number(deducted)).toBe(one.expect.counted_break_minutes)
  expect(result.warnings.length === 0).toBe(one.expect.enough)
}

const restWarning = (out: string, next: string, restMinutes?: number) => {
  const entries = [
    worked('a', `2026-03-02 ${clock(minutesOf(out) - 60)}`, out),
    worked('b', `2026-03-03 ${next}`, '12:00'),
  ]
  return pay(entries, { rules: rules(restMinutes ? { limits: { restMinutes } } : {}) }).warnings
}

published(
  'breaks.json',
  {
    ...each(['arbzg-600', 'arbzg-601', 'arbzg-901', 'uk-adult-6h01', 'uk-adult-12h', 'uk-young-4h31'], due),
    ...each(['arbzg-short-pieces', 'arbzg-two-quarters'], pieces),
    'arbzg-edge-of-day': ({ given, expect: answer }) => {
      const breaks = [pause('2026-03-02 08:00', '08:30')]
      const entry = worked('a', '2026-03-02 00:00', '08:30', { breaks })
      const { warnings } = pay([entry], { rules: rules({ breaks: laws['DE ArbZG § 4'] ?? [] }) })
      expect(given.break_at).toBe('the very end of the work time')
      expect(warnings.length === 0).toBe(answer.counts)
    },
    'arbzg-rest-short': ({ given, expect: answer }) => {
      const warnings = restWarning(String(given.out), String(given.next_in))
      expect(warnings.length === 0).toBe(answer.allowed)
    },
    'uk-daily-rest': ({ expect: answer }) => {
      const adult = Number(answer.adult_hours)
      expect(restWarning('22:00', clock((adult - 2) * 60))).toEqual([])
      expect(restWarning('22:00', clock((adult - 2) * 60 - 1))).toHaveLength(1)
      const youngHours = Number(answer.young_worker_hours)
      expect(restWarning('22:00', clock((youngHours - 2) * 60), youngHours * 60)).toEqual([])
      expect(restWarning('22:00', clock((youngHours - 2) * 60 - 1), youngHours * 60)).toHaveLength(1)
    },
    'flsa-no-offset': ({ given }) => {
      const rest = Number(given.paid_rest_minutes)
      const breaks = [pause('2026-03-02 10:00', clock(600 + rest), true)]
      const entry = worked('a', '2026-03-02 08:00', clock(720 + Number(given.waiting_minutes_owed)), {
        breaks,
      })
      expect(pay([entry]).totals.paidMinutes).toBe(240 + Number(given.waiting_minutes_owed))
      expect(entry.in).toBe(instantIn('UTC', '2026-03-02 08:00'))
    },
  },
  {
    'arbzg-day-limit': 'the average over 24 weeks is reckoned over periods, by domain/average-hours',
    'uk-weekly-rest': 'rest is judged between days, not over weeks',
    'lu-rest': 'a break that is due has a length',
  },
)
