import { at, type ByHand, days, input, totals } from './example'

export const stretches: ByHand[] = [
  {
    says: 'Pieces under a quarter hour are no break: 25 of 45 minutes are deducted',
    input: input({
      ...days('2026-06-01', '2026-06-01'),
      rates: [{ from: '2026-01-01', hourly: 6000 }],
      rule: {
        breaks: [
          { afterMinutes: 360, minutes: 30, paid: false, minPiece: 15 },
          { afterMinutes: 540, minutes: 45, paid: false, minPiece: 15 },
        ],
      },
      entries: [
        at('a', '2026-06-01T08:00', '17:31', {
          breaks: [
            { start: '2026-06-01T10:00:00+05:45', end: '2026-06-01T10:10:00+05:45', paid: false },
            { start: '2026-06-01T12:00:00+05:45', end: '2026-06-01T12:20:00+05:45', paid: false },
          ],
        }),
      ],
    }),
    lines: [
      'a 2026-06-01 regular - 516 6000 1 51600',
      'a 2026-06-01 break unpaid 30 - - 0',
      'a 2026-06-01 break deducted 25 - - 0',
    ],
    totals: totals(516),
  },
  {
    says: 'Rounding acts on the outer ends of entries that touch',
    input: input({
      ...days('2026-06-01', '2026-06-01'),
      rates: [
        { from: '2026-01-01', hourly: 1000 },
        { from: '2026-01-01', kind: 'kitchen', hourly: 1200 },
      ],
      rule: { rounding: { minutes: 15, of: 'punch', mode: 'nearest' } },
      entries: [
        at('b', '2026-06-01T12:03', '17:08', { kind: 'kitchen' }),
        at('a', '2026-06-01T08:07', '12:03'),
      ],
    }),
    lines: ['a 2026-06-01 regular - 243 1000 1 4050', 'b 2026-06-01 regular kitchen 312 1200 1 6240'],
    totals: totals(555),
  },
  {
    says: 'A night that belongs to the day with most of it, its day rounded',
    input: input({
      ...days('2026-06-01', '2026-06-01'),
      rates: [{ from: '2026-01-01', hourly: 1200 }],
      rule: {
        ...{ dayStart: '04:00', shiftDay: 'most', rounding: { minutes: 15, of: 'day', mode: 'nearest' } },
        overtime: { daily: [{ afterMinutes: 480, factor: '1.5' }] },
        premiums: [{ name: 'night', from: '22:00', to: '06:00', factor: '0.1' }],
      },
      entries: [at('a', '2026-06-01T20:00', '2026-06-02T07:10')],
    }),
    lines: [
      'a 2026-06-01 regular - 480 1200 1 9600',
      'a 2026-06-01 overtime - 195 1200 1.5 5850',
      'a 2026-06-01 premium night 480 1200 0.1 960',
    ],
    totals: totals(480, { '1.5': 195 }),
  },
]
