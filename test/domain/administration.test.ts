import { describe, expect, test } from 'vitest'
import { deedOfAccount, rolesChanged } from '@/domain/administration'

const account = { roles: ['TEACHER'], disabled: false } as const

describe('what was made of an account', () => {
  test.each([
    ['DISABLED', account, { ...account, disabled: true }],
    ['ENABLED', { ...account, disabled: true }, account],
    ['ROLES', account, { ...account, roles: ['STUDENT'] as const }],
    ['SIGNED_OUT', account, { ...account, signedOut: true as const }],
    ['NEW_EMAIL', account, { ...account, newEmail: true as const }],
    ['DELETED', account, { roles: [], disabled: true, deleted: true as const }],
  ])('%s', (deed, before, after) => {
    expect(deedOfAccount(before, after)).toBe(deed)
  })

  test('roles that stay are told neither as got nor as lost', () => {
    expect(rolesChanged(['TEACHER', 'STUDENT'], ['STUDENT', 'ADMIN'])).toEqual({
      added: ['ADMIN'],
      removed: ['TEACHER'],
    })
  })
})
