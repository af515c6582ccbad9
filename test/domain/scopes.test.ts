import { expect, test } from 'vitest'
import { allScopes, scopeOf, scopesFor } from '@/domain/scopes'

test.each([
  ['reading a class', 'classes.byId', 'query', 'classes:read'],
  ['joining a place', 'places.join', 'mutation', 'classes:write'],
  ['deleting a photo', 'enrolment.deletePhoto', 'mutation', 'face-data:write'],
  ['marking a student', 'attendance.mark', 'mutation', 'attendance:write'],
  ['saying who a face is', 'identification.identify', 'mutation', 'roll-calls:write'],
  ['hearing what happens in a session', 'feeds.session', 'subscription', 'sessions:read'],
  ['one’s own name', 'account.updateProfile', 'mutation', 'profile:write'],
] as const)('%s needs a scope made of its path', (_title, path, type, scope) => {
  expect(scopeOf(path, type)).toBe(scope)
})

test.each(['account.changePassword', 'account.addRole', 'tokens.create', 'faceSignIn.set'])(
  '%s is for no token',
  (path) => {
    expect(scopeOf(path, 'mutation')).toBeNull()
  },
)

test.each(['unknownRouter.read', 'toString', 'constructor.name', ''])(
  'what nobody has entered is for no token: "%s"',
  (path) => {
    expect(scopeOf(path, 'query')).toBeNull()
  },
)

test('a student is offered no roll calls, a school nothing of pay, and nobody but an administrator to decide about accounts', () => {
  expect(scopesFor(['STUDENT'])).not.toContain('roll-calls:read')
  expect(scopesFor(['STUDENT'])).toContain('clocking:write')
  expect(scopesFor(['STUDENT', 'TEACHER'])).not.toContain('pay:read')
  const everybodyElse = scopesFor(['TEACHER', 'STUDENT', 'EMPLOYER', 'EMPLOYEE'])
  expect(allScopes.filter((scope) => !everybodyElse.includes(scope))).toEqual(['installation:write'])
})
