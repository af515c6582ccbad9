import { expect, test } from 'vitest'
import { remindedDays } from '@/domain/pay-reminders'

const monthly = { cycle: 'MONTHLY', first: '2026-01-01' } as const

test.each([
  ['four days before its end a period is not yet reminded of', '2026-03-27', ['2026-02-28']],
  ['three days before its end it is', '2026-03-28', ['2026-02-28', '2026-03-28']],
  ['on its last day too', '2026-03-31', ['2026-02-28', '2026-03-31']],
  ['afterwards as the one before', '2026-04-01', ['2026-03-31']],
])('%s', (_title, today, days) => {
  expect(remindedDays(today, monthly)).toEqual(days)
})
