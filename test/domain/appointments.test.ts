import { expect, test } from 'vitest'
import { howGiven, mayAskAgain } from '@/domain/appointments'

test.each([
  ['TEACHER', 'open', 'AT_ONCE'],
  ['TEACHER', 'approval', 'ON_REQUEST'],
  ['TEACHER', 'invitation', 'NOT'],
  ['EMPLOYER', 'open', 'AT_ONCE'],
  ['EMPLOYER', 'approval', 'ON_REQUEST'],
  ['EMPLOYER', 'invitation', 'NOT'],
  ['STUDENT', 'invitation', 'AT_ONCE'],
  ['EMPLOYEE', 'invitation', 'AT_ONCE'],
] as const)('somebody becomes %s where appointment is %s: %s', (role, mode, how) => {
  expect(howGiven(role, mode)).toBe(how)
})

test('what was refused can be asked for again a week later, not a moment before', () => {
  const refused = new Date('2026-03-02T08:00:00Z')
  expect(mayAskAgain(refused, new Date('2026-03-09T07:59:59.999Z'))).toBe(false)
  expect(mayAskAgain(refused, new Date('2026-03-09T08:00:00Z'))).toBe(true)
})
