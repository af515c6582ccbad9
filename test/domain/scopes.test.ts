import { expect, test } from 'vitest'
import { allScopes, scopeOf, scopesFor } from '@/domain/scopes'

test.each([
  ['reading a class', 'classes.byId', 'GET', 'classes:read'],
  ['joining a place', 'places.join', 'POST', 'classes:write'],
  ['deleting a photo', 'enrolment.deletePhoto', 'DELETE', 'face-data:write'],
  ['marking a student', 'attendance.mark', 'PUT', 'attendance:write'],
  ['saying who a face is', 'identification.identify', 'POST', 'roll-calls:write'],
  ['one’s own name', 'account.updateProfile', 'PATCH', 'profile:write'],
])('%s needs a scope made of its path', (_title, path, method, scope) => {
  expect(scopeOf(path, method)).toBe(scope)
})

test.each(['account.changePassword', 'account.addRole', 'tokens.create', 'faceSignIn.set'])(
  '%s is for no token',
  (path) => {
    expect(scopeOf(path, 'POST')).toBeNull()
  },
)

test.each(['unknownRouter.read', 'toString', 'constructor.name', ''])(
  'what nobody has entered is for no token: "%s"',
  (path) => {
    expect(scopeOf(path, 'GET')).toBeNull()
  },
)

test('a student is offered no roll calls, and nobody but an administrator to decide about accounts', () => {
  expect(scopesFor(['STUDENT'])).not.toContain('roll-calls:read')
  expect(scopesFor(['STUDENT'])).toContain('clocking:write')
  expect(allScopes.filter((scope) => !scopesFor(['TEACHER', 'STUDENT']).includes(scope))).toEqual([
    'installation:write',
  ])
})
