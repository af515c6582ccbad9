import { refusal } from '@test/support/errors'
import { testWorld } from '@test/support/world'
import { describe, expect, test } from 'vitest'
import { rememberDevice } from '@/server/account/devices'
import { signIn } from '@/server/account/sign-in'
import { hashPassword } from '@/server/auth/password'

const world = testWorld()
const password = 'walnut stair lantern'
const maya = { name: 'Maya', email: 'maya@example.org', password, role: 'TEACHER' as const }

async function signedUp() {
  const { id } = await world.api().account.signUp(maya)
  return world.db.user.findUniqueOrThrow({ where: { id } })
}

describe('signing up', () => {
  test('makes an account with the chosen role and no readable password', async () => {
    const user = await signedUp()
    expect(user).toMatchObject({ name: 'Maya', email: 'maya@example.org', roles: ['TEACHER'] })
    expect(user.passwordHash).toMatch(/^\$argon2id\$/)
  })

  test('with an email in use, in any spelling, is refused', async () => {
    await signedUp()
    expect(await refusal(world.api().account.signUp({ ...maya, email: ' MAYA@example.org' }))).toBe(
      'account.email_taken',
    )
  })

  test.each([
    ['eleven characters', 'walnut stai', 'BAD_REQUEST'],
    ['a common one', '123qweasdzxc', 'account.password_common'],
    ['a repeated one', 'abcabcabcabc', 'account.password_common'],
    ['the email itself', 'maya@example.org', 'account.password_personal'],
  ])('with a password of %s is refused', async (_title, weak, code) => {
    expect(await refusal(world.api().account.signUp({ ...maya, password: weak }))).toBe(code)
  })

  test('as an administrator is refused', async () => {
    const input = { ...maya, role: 'ADMIN' } as unknown as typeof maya
    expect(await refusal(world.api().account.signUp(input))).toBe('BAD_REQUEST')
  })

  test.each(['TEACHER', 'STUDENT', 'EMPLOYER', 'EMPLOYEE'] as const)(
    'as %s makes that account',
    async (role) => {
      const { id } = await world.api().account.signUp({ ...maya, role })
      expect(await world.db.user.findUnique({ where: { id } })).toMatchObject({ roles: [role] })
    },
  )
})

describe('signing in', () => {
  test('gives the account and the version its sign-ins hang on', async () => {
    const { id } = await signedUp()
    const result = await signIn(world.context(), { email: maya.email, password })
    expect(result).toEqual({ id, sessionVersion: 0 })
  })

  test('answers the same to an unknown email, a wrong password and a disabled account', async () => {
    const { id } = await signedUp()
    const unknown = { email: 'nobody@example.org', password }
    expect(await refusal(signIn(world.context(), unknown))).toBe('auth.wrong_credentials')
    const wrong = { email: maya.email, password: 'not the password' }
    expect(await refusal(signIn(world.context(), wrong))).toBe('auth.wrong_credentials')
    await world.db.user.update({ where: { id }, data: { disabledAt: world.clock.now } })
    expect(await refusal(signIn(world.context(), { email: maya.email, password }))).toBe(
      'auth.wrong_credentials',
    )
  })

  test('takes as long for an unknown email as for a wrong password', async () => {
    await signedUp()
    const time = async (email: string) => {
      const start = process.hrtime.bigint()
      await refusal(signIn(world.context(), { email, password: 'not the password' }))
      return Number(process.hrtime.bigint() - start)
    }
    await time('warm-up@example.org')
    const wrong: number[] = []
    const unknown: number[] = []
    for (let i = 0; i < 8; i++) {
      wrong.push(await time(maya.email))
      unknown.push(await time(`nobody${i}@example.org`))
    }
    const ratio = Math.min(...wrong) / Math.min(...unknown)
    expect(ratio).toBeGreaterThan(1 / 3)
    expect(ratio).toBeLessThan(3)
  })

  const wrong = { email: maya.email, password: 'not the password' }

  test('is paused after 10 wrong passwords for one account from one address, not for its owner elsewhere', async () => {
    await signedUp()
    const here = world.context()
    for (let i = 0; i < 10; i++) await refusal(signIn(here, wrong))
    expect(await refusal(signIn(here, { email: maya.email, password }))).toBe('request.too_many')
    await signIn(world.context(), { email: maya.email, password })
  })

  test('is paused after 100 wrong passwords for one account, from whatever address', async () => {
    await signedUp()
    for (let i = 0; i < 100; i++) await refusal(signIn(world.context(), wrong))
    expect(await refusal(signIn(world.context(), { email: maya.email, password }))).toBe('request.too_many')
  })

  test('goes on for a school of 150 behind one address, each with the right password', async () => {
    await signedUp()
    const school = world.context()
    for (let i = 0; i < 150; i++) await signIn(school, { email: maya.email, password })
  })

  test('nobody locks an owner out of a browser of theirs, nor out of any from one address alone', async () => {
    const { id } = await signedUp()
    const device = 'her own browser'
    await rememberDevice(world.context(), { userId: id, device, userAgent: '' })
    const attacker = world.context()
    for (let i = 0; i < 110; i++) await refusal(signIn(attacker, wrong))
    await signIn(world.context(), { email: maya.email, password })
    for (let i = 0; i < 100; i++) await refusal(signIn(world.context(), wrong))
    expect(await refusal(signIn(world.context(), { email: maya.email, password }))).toBe('request.too_many')
    const hers = world.context(null, { device, address: attacker.address })
    expect(await signIn(hers, { email: maya.email, password })).toMatchObject({ id })
    for (let i = 0; i < 10; i++) expect(await refusal(signIn(hers, wrong))).toBe('auth.wrong_credentials')
    expect(await refusal(signIn(hers, { email: maya.email, password }))).toBe('request.too_many')
  })

  test('goes on, slower and with fewer tries, behind an address from which many accounts are tried', async () => {
    const { id } = await signedUp()
    const school = world.context()
    for (let i = 0; i < 100; i++)
      await refusal(signIn(school, { email: `p${i}@example.org`, password: 'not the password' }))
    const start = Date.now()
    expect(await signIn(school, { email: maya.email, password })).toMatchObject({ id })
    expect(Date.now() - start).toBeGreaterThanOrEqual(1_000)
    for (let i = 0; i < 3; i++) expect(await refusal(signIn(school, wrong))).toBe('auth.wrong_credentials')
    expect(await refusal(signIn(school, wrong))).toBe('request.too_many')
    const known = world.context(null, { address: school.address, device: 'library' })
    await rememberDevice(known, { userId: id, device: 'library', userAgent: '' })
    const again = Date.now()
    await signIn(known, { email: maya.email, password })
    expect(Date.now() - again).toBeLessThan(1_000)
  })

  test('many at the same moment: right ones stand in nobody’s way, wrong ones gain nothing', async () => {
    await signedUp()
    const school = world.context()
    const right = Array.from({ length: 120 }, () => signIn(school, { email: maya.email, password }))
    expect(await Promise.all(right)).toHaveLength(120)
    const many = await Promise.all(Array.from({ length: 40 }, () => refusal(signIn(school, wrong))))
    expect(many.filter((code) => code === 'auth.wrong_credentials')).toHaveLength(10)
  })
})

describe('the profile', () => {
  test('changes the name', async () => {
    const user = await world.user(['STUDENT'])
    await world.api(user).account.updateProfile({ name: ' Amit ' })
    expect(await world.db.user.findUnique({ where: { id: user.id } })).toMatchObject({ name: 'Amit' })
  })

  test('takes a second role once, and never one that is not for the taking', async () => {
    const user = await world.user(['STUDENT'])
    await world.api(user).account.addRole({ role: 'TEACHER' })
    expect(await world.db.user.findUnique({ where: { id: user.id } })).toMatchObject({
      roles: ['STUDENT', 'TEACHER'],
    })
    const admin = { role: 'ADMIN' } as unknown as { role: 'TEACHER' }
    expect(await refusal(world.api(user).account.addRole(admin))).toBe('BAD_REQUEST')
  })

  test('a new password needs the current one and ends every sign-in', async () => {
    const { id } = await signedUp()
    const user = { id, name: maya.name, email: maya.email, roles: ['TEACHER' as const], sessionVersion: 0 }
    const change = { currentPassword: 'not the password', newPassword: 'copper window melon' }
    expect(await refusal(world.api(user).account.changePassword(change))).toBe('auth.wrong_password')
    await world.api(user).account.changePassword({ ...change, currentPassword: password })
    expect(await refusal(signIn(world.context(), { email: maya.email, password }))).toBe(
      'auth.wrong_credentials',
    )
    const again = await signIn(world.context(), { email: maya.email, password: 'copper window melon' })
    expect(again.sessionVersion).toBe(1)
  })
})

test('the same password has another hash for another person', async () => {
  expect(await hashPassword(password)).not.toBe(await hashPassword(password))
})
