import { expect, test } from 'vitest'
import { endsByItselfAt } from '@/domain/sessions'

const at = (time: string) => new Date(`2026-03-02T${time}:00Z`)
const session = { plannedEnd: null, openedAt: at('09:00'), reopenedAt: null }
const rule = { endsAfterPlannedHours: 2, endsAfterHours: 12 }

test.each([
  ['hours after its planned end', { plannedEnd: at('10:00') }, '12:00'],
  ['hours after it was opened, where no end is planned', {}, '21:00'],
  [
    'hours after it was opened, where the planned end had passed by then',
    { plannedEnd: at('08:00') },
    '21:00',
  ],
  ['some hours after it was opened again', { plannedEnd: at('10:00'), reopenedAt: at('15:00') }, '17:00'],
  ['not sooner for being opened again', { reopenedAt: at('10:00') }, '21:00'],
])('a session that nobody ends ends by itself %s', (_title, changes, due) => {
  expect(endsByItselfAt({ ...session, ...changes }, rule)).toEqual(at(due))
})
