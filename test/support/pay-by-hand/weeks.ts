import { at, type ByHand, days, input, totals } from './example'

const weekly = [{ afterMinutes: 2400, factor: '1.5' }]
const june = ['2026-06-01', '2026-06-02', '2026-06-03', '2026-06-04', '2026-06-05'] as const
const cutWeek = input({
  ...days('2026-06-06', '2026-06-12'),
  rule: { overtime: { weekly } },
  entries: [
    ...june.slice(0, 4).map((day, n) => at(`e${n}`, `${day}T08:00`, '20:00')),
    at('sat', '2026-06-06T10:00', '12:00'),
  ],
})

export const weeks: ByHand[] = [
  {
    says: 'Two rates of thirds on the weighted average: 506.67',
    input: input({
      ...days('2026-06-01', '2026-06-07'),
      rates: [
        { from: '2026-01-01', hourly: 1000 },
        { from: '2026-01-01', kind: 'kitchen', hourly: 1200 },
      ],
      rule: { overtime: { weekly, base: 'weighted' } },
      entries: [
        ...june.slice(0, 3).map((day, n) => at(`e${n}`, `${day}T08:00`, '18:00')),
        at('e3', '2026-06-04T08:00', '18:00', { kind: 'kitchen' }),
        at('e4', '2026-06-05T08:00', '13:00', { kind: 'kitchen' }),
      ],
    }),
    lines: [
      ...june.slice(0, 3).map((day, n) => `e${n} ${day} regular - 600 1000 1 10000`),
      'e3 2026-06-04 regular kitchen 600 1200 1 12000',
      'e4 2026-06-05 overtime kitchen 300 1200 1 6000',
      'e4 2026-06-05 premium weighted 300 1067 0.5 2667',
    ],
    totals: totals(2400, { '1.5': 300 }),
  },
  {
    says: 'A cut week: what was overtime before the period is made up where the week ends',
    input: cutWeek,
    lines: [
      '- 2026-06-07 adjustment weekly-overtime 480 1000 0.5 4000',
      'sat 2026-06-06 overtime - 120 1000 1.5 3000',
    ],
    totals: totals(0, { '1.5': 120 }),
  },
  {
    says: 'The same week in the period in which it does not end',
    input: { ...cutWeek, ...days('2026-05-30', '2026-06-05') },
    lines: june.slice(0, 4).map((day, n) => `e${n} ${day} regular - 720 1000 1 12000`),
    totals: totals(2880),
  },
  {
    says: 'A cut week on the weighted average, an amount an hour in the regular rate',
    input: input({
      ...days('2026-06-04', '2026-06-10'),
      rates: [
        { from: '2026-01-01', hourly: 1000 },
        { from: '2026-06-04', hourly: 1500 },
      ],
      rule: {
        overtime: { weekly, base: 'weighted' },
        premiums: [{ name: 'evening', from: '18:00', to: '20:00', amount: 200 }],
      },
      entries: [
        ...june.slice(0, 3).map((day, n) => at(`e${n}`, `${day}T06:00`, '20:00')),
        at('thu', '2026-06-04T08:00', '12:00'),
      ],
    }),
    lines: [
      'thu 2026-06-04 overtime - 240 1500 1 6000',
      'thu 2026-06-04 premium weighted 240 1070 0.5 2139',
      '- 2026-06-07 premium weighted 120 1070 0.5 1070',
    ],
    totals: totals(0, { '1.5': 240 }),
  },
  {
    says: 'California: the seventh day in a row of one week',
    input: input({
      ...days('2026-05-31', '2026-06-06'),
      weekStart: 'sunday',
      rules: [
        {
          from: '2026-01-01',
          overtime: {
            daily: [
              { afterMinutes: 480, factor: '1.5' },
              { afterMinutes: 720, factor: '2' },
            ],
            weekly,
            seventhDay: [
              { afterMinutes: 0, factor: '1.5' },
              { afterMinutes: 480, factor: '2' },
            ],
          },
        },
      ],
      entries: [
        ...['2026-05-31', ...june].map((day, n) => at(`e${n}`, `${day}T08:00`, '16:00')),
        at('sat', '2026-06-06T08:00', '18:00'),
      ],
    }),
    lines: [
      ...['2026-05-31', ...june].map((day, n) =>
        n < 5 ? `e${n} ${day} regular - 480 1000 1 8000` : `e${n} ${day} overtime - 480 1000 1.5 12000`,
      ),
      'sat 2026-06-06 overtime - 480 1000 1.5 12000',
      'sat 2026-06-06 overtime - 120 1000 2 4000',
    ],
    totals: totals(2400, { '1.5': 960, '2': 120 }),
  },
  {
    says: 'A credited holiday premium lessens the week’s overtime (29 CFR 778.203)',
    input: input({
      ...days('2026-06-01', '2026-06-07'),
      holidays: ['2026-06-03'],
      rule: {
        overtime: { weekly },
        premiums: [
          { name: 'midweek', days: ['wednesday'], factor: '0.1' },
          { name: 'holiday', holidays: true, factor: '0.5', credited: true },
        ],
      },
      entries: june.map((day, n) => at(`e${n}`, `${day}T08:00`, '18:00')),
    }),
    lines: [
      ...june.slice(0, 4).map((day, n) => `e${n} ${day} regular - 600 1000 1 10000`),
      'e4 2026-06-05 overtime - 600 1000 1.5 15000',
      'e2 2026-06-03 premium holiday 600 1000 0.5 5000',
      '- 2026-06-07 adjustment credit 0 - - -5000',
    ],
    totals: totals(2400, { '1.5': 600 }),
  },
]
