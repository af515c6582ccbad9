import { expect, test } from 'vitest'
import { AppError } from '@/domain/errors'
import { mayPass } from '@/domain/passing-errors'

test('an error of another copy of the module is recognised by its name and code', () => {
  const copy = Object.assign(new Error('face.busy'), { name: 'AppError', code: 'face.busy' })
  expect(copy).toBeInstanceOf(AppError)
  expect(new AppError('face.busy')).toBeInstanceOf(AppError)
})

test.each([
  ['an error of the system', Object.assign(new Error('no'), { code: 'ENOENT' })],
  ['a code that is not ours', Object.assign(new Error('no'), { name: 'AppError', code: 'no.such' })],
  ['a plain object', { name: 'AppError', code: 'face.busy' }],
])('%s is none of ours', (_title, value) => {
  expect(value).not.toBeInstanceOf(AppError)
})

test.each([
  ['auth.sign_in_first', true],
  ['request.too_many', true],
  ['server.busy', true],
  ['server.failed', true],
  ['attendance.changed_meanwhile', false],
  ['auth.not_allowed', false],
  ['request.not_found', false],
  ['sessions.closed', false],
] as const)('%s may pass: %s', (code, passes) => {
  expect(mayPass(code)).toBe(passes)
})
