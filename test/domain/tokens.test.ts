import { expect, test } from 'vitest'
import { accessEnd, daysAfter, refreshEnd } from '@/domain/tokens'
import { newTokenSchema } from '@/domain/tokens-schema'

const signedInAt = new Date('2026-03-28T22:30:00Z')

test('an access token counts for 15 minutes', () => {
  expect(accessEnd(signedInAt)).toEqual(new Date('2026-03-28T22:45:00Z'))
})

test('a refresh token counts for 30 days, and no sign-in goes on for more than a year', () => {
  expect(refreshEnd(signedInAt, signedInAt)).toEqual(new Date('2026-04-27T22:30:00Z'))
  expect(refreshEnd(daysAfter(signedInAt, 364), signedInAt)).toEqual(daysAfter(signedInAt, 365))
})

test('a token says every scope once, in one order', () => {
  const scopes = ['sessions:read', 'classes:read', 'sessions:read']
  const input = { name: ' Script ', scopes, days: 90, currentPassword: ' as typed ' }
  expect(newTokenSchema.parse(input)).toEqual({
    ...{ name: 'Script', scopes: ['classes:read', 'sessions:read'], days: 90 },
    currentPassword: ' as typed ',
  })
})

test.each([
  ['for ever', { days: 3650 }],
  ['for half a day', { days: 0.5 }],
  ['for nothing', { scopes: [] }],
  ['for everything', { scopes: ['all'] }],
  ['with a name of two lines', { name: 'a\nb' }],
  ['without the password', { currentPassword: '' }],
])('no token is made %s', (_title, wrong) => {
  const input = { name: 'Script', scopes: ['classes:read'], days: 7, currentPassword: 'typed', ...wrong }
  expect(newTokenSchema.safeParse(input).success).toBe(false)
})
