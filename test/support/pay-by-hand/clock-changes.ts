import { type ByHand, days, input, totals } from './example'

export const clockChanges: ByHand[] = [
  {
    says: 'Seven hours of a night of spring, US Department of Labor',
    input: input({
      timeZone: 'America/Los_Angeles',
      ...days('2026-03-07', '2026-03-08'),
      rates: [{ from: '2026-01-01', hourly: 2000 }],
      entries: [
        {
          ...{ id: 'a', in: '2026-03-07T23:00:59-08:00', out: '2026-03-08T07:30:00-07:00' },
          breaks: [{ start: '2026-03-08T03:30:00-07:00', end: '2026-03-08T11:00:00Z', paid: false }],
        },
      ],
    }),
    lines: [
      'a 2026-03-07 regular - 60 2000 1 2000',
      'a 2026-03-08 regular - 360 2000 1 12000',
      'a 2026-03-08 break unpaid 30 - - 0',
    ],
    totals: totals(420),
  },
  {
    says: 'Nine hours of a night of autumn that belong to the day on which they began',
    input: input({
      timeZone: 'America/Los_Angeles',
      ...days('2026-10-31', '2026-10-31'),
      rates: [{ from: '2026-01-01', hourly: 2000 }],
      rule: { shiftDay: 'start', overtime: { daily: [{ afterMinutes: 480, factor: '1.50' }] } },
      entries: [
        {
          ...{ id: 'a', in: '2026-10-31T23:00:00-07:00', out: '2026-11-01T07:30:00-08:00' },
          breaks: [{ start: '2026-11-01T03:30:00-08:00', end: '2026-11-01T04:00:00-08:00', paid: false }],
        },
      ],
    }),
    lines: [
      'a 2026-10-31 regular - 480 2000 1 16000',
      'a 2026-10-31 overtime - 60 2000 1.5 3000',
      'a 2026-10-31 break unpaid 30 - - 0',
    ],
    totals: totals(480, { '1.5': 60 }),
  },
  {
    says: 'Night and Sunday add, and share their cents by largest remainder',
    input: input({
      timeZone: 'Europe/Berlin',
      ...days('2026-03-23', '2026-03-29'),
      rates: [{ from: '2026-01-01', hourly: 1999 }],
      rule: {
        premiums: [
          { name: 'night', from: '22:00', to: '06:00', factor: '0.25' },
          { name: 'sunday', days: ['sunday'], factor: '0.5' },
        ],
      },
      entries: [{ id: 'a', in: '2026-03-28T22:00:00+01:00', out: '2026-03-29T06:00:00+02:00' }],
    }),
    lines: [
      'a 2026-03-28 regular - 120 1999 1 3998',
      'a 2026-03-29 regular - 300 1999 1 9995',
      'a 2026-03-28 premium night 120 1999 0.25 999',
      'a 2026-03-29 premium night 300 1999 0.25 2499',
      'a 2026-03-29 premium sunday 300 1999 0.5 4998',
    ],
    totals: totals(420),
  },
  {
    says: 'Half an hour that Lord Howe has twice',
    input: input({
      timeZone: 'Australia/Lord_Howe',
      ...days('2026-04-04', '2026-04-05'),
      rates: [{ from: '2026-01-01', hourly: 3000 }],
      rule: { premiums: [{ name: 'deep', from: '01:30', to: '02:00', amount: 120 }] },
      entries: [{ id: 'a', in: '2026-04-04T22:00:00+11:00', out: '2026-04-05T06:00:00+10:30' }],
    }),
    lines: [
      'a 2026-04-04 regular - 120 3000 1 6000',
      'a 2026-04-05 regular - 390 3000 1 19500',
      'a 2026-04-05 premium deep 60 120 1 120',
    ],
    totals: totals(510),
  },
  {
    says: 'A night in a kitchen over the change of the clock and of the week, half an hour of it a break',
    input: {
      timeZone: 'America/Los_Angeles',
      currency: 'USD',
      weekStart: 'sunday',
      ...days('2026-03-01', '2026-03-14'),
      holidays: ['2026-03-03'],
      rules: [
        {
          from: '2026-01-01',
          rounding: { minutes: 15, of: 'punch', mode: 'nearest' },
          breaks: [{ afterMinutes: 360, minutes: 30, paid: false }],
          overtime: { daily: [{ afterMinutes: 480, factor: '1.5' }], base: 'own' },
          premiums: [
            { name: 'night', from: '22:00', to: '06:00', factor: '0.25' },
            { name: 'sunday', days: ['sunday'], factor: '0.5' },
            { name: 'holiday', holidays: true, factor: '1.25' },
          ],
          stacking: 'add',
        },
      ],
      rates: [
        { from: '2026-01-01', hourly: 2000 },
        { from: '2026-01-01', kind: 'kitchen', hourly: 2200 },
      ],
      entries: [
        {
          ...{ id: 'a', in: '2026-03-07T22:00:00-08:00', out: '2026-03-08T06:30:00-07:00', kind: 'kitchen' },
          breaks: [{ start: '2026-03-08T01:00:00-08:00', end: '2026-03-08T01:30:00-08:00', paid: false }],
        },
      ],
    },
    lines: [
      'a 2026-03-07 regular kitchen 120 2200 1 4400',
      'a 2026-03-08 regular kitchen 300 2200 1 11000',
      'a 2026-03-07 premium night 120 2200 0.25 1100',
      'a 2026-03-08 premium night 270 2200 0.25 2475',
      'a 2026-03-08 premium sunday 300 2200 0.5 5500',
      'a 2026-03-08 break unpaid 30 - - 0',
    ],
    totals: totals(420),
  },
]
