import { describe, expect, test } from 'vitest'
import { profileSchema, signInSchema, signUpSchema } from '@/domain/account-schema'

const person = {
  name: 'Ada Lovelace',
  email: 'ada@example.org',
  password: 'a quiet green door',
  role: 'TEACHER',
}

function problems(input: unknown): Record<string, string> {
  const issues = signUpSchema.safeParse(input).error?.issues ?? []
  return Object.fromEntries(issues.map(({ path, message }) => [path.join('.'), message]))
}

describe('Making an account', () => {
  test('one person cannot hold two accounts by spelling the email differently', () => {
    expect(signUpSchema.parse({ ...person, email: '  Ada@Example.ORG ' }).email).toBe('ada@example.org')
  })

  test.each([
    ['11 characters are too few for a password', { password: 'x'.repeat(11) }, 'password'],
    ['a name of blanks is no name', { name: '   ' }, 'name'],
    ['a name has at most 80 characters', { name: 'x'.repeat(81) }, 'name'],
    ['an email needs a place to go to', { email: 'ada' }, 'email'],
    ['nobody makes themselves an administrator', { role: 'ADMIN' }, 'role'],
    ['fields that nobody asked for are refused', { roles: ['ADMIN'] }, ''],
  ])('%s', (_, change, field) => {
    expect(Object.keys(problems({ ...person, ...change }))).toEqual([field])
  })

  test('exactly 12 characters are enough for a password, of any kind', () => {
    expect(problems({ ...person, password: 'aaaaaaaaaaaa' })).toEqual({})
  })

  test('the form says what to do about each empty field', () => {
    expect(problems({ name: '', email: '', password: '' })).toEqual({
      name: 'field.name_missing',
      email: 'field.email_missing',
      password: 'field.too_short?min=12',
      role: 'field.role_missing',
    })
  })
})

test('Signing in takes any password, because rules for new ones may have changed', () => {
  expect(signInSchema.safeParse({ email: 'ada@example.org', password: 'old' }).success).toBe(true)
})

test('A name is kept without the blanks around it', () => {
  expect(profileSchema.parse({ name: ' Ada King ' }).name).toBe('Ada King')
})
