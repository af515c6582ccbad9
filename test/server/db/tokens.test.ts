import { randomBytes } from 'node:crypto'
import { testDatabase } from '@test/support/database'
import { makeUser } from '@test/support/factories'
import { expect, test } from 'vitest'

const { db } = testDatabase()
const now = new Date('2026-03-02T03:15:00Z')
const hash = () => Uint8Array.from(randomBytes(32))
const hours = (count: number) => new Date(now.getTime() + count * 3_600_000)
const owner = async () => (await makeUser(db, { roles: ['TEACHER'], now })).id

test.each([
  ['that never ends', { expiresAt: hours(8761) }, /ApiToken_expiresAt_check/],
  ['that ended before it was made', { expiresAt: now }, /ApiToken_expiresAt_check/],
  ['for nothing', { scopes: [] }, /ApiToken_scopes_check/],
  ['kept as it is', { tokenHash: Uint8Array.from(Buffer.from('cf_pat_x')) }, /ApiToken_tokenHash_check/],
])('there is no token %s', async (_title, wrong, constraint) => {
  const userId = await owner()
  const token = { userId, name: 'Script', scopes: ['classes:read'], createdAt: now, expiresAt: hours(8760) }
  await expect(db.apiToken.create({ data: { ...token, tokenHash: hash(), ...wrong } })).rejects.toThrow(
    constraint,
  )
  await db.apiToken.create({ data: { ...token, tokenHash: hash() } })
})

test.each([
  ['that ends at no time', { endedBy: 'REUSE' as const }, /ProgramSignIn_endedAt_check/],
  ['that ends for no reason', { endedAt: now }, /ProgramSignIn_endedAt_check/],
  ['for more than a year', { expiresAt: hours(8761) }, /ProgramSignIn_expiresAt_check/],
  ['kept as it is', { turnHash: new Uint8Array(86) }, /ProgramSignIn_hashes_check/],
])('there is no sign-in of a program %s', async (_title, wrong, constraint) => {
  const userId = await owner()
  const times = { createdAt: now, lastUsedAt: now, expiresAt: hours(720) }
  const program = () => ({ userId, sessionVersion: 0, familyHash: hash(), turnHash: hash(), ...times })
  await expect(db.programSignIn.create({ data: { ...program(), ...wrong } })).rejects.toThrow(constraint)
  await db.programSignIn.create({ data: program() })
})

test('an account that is erased takes its tokens along', async () => {
  const userId = await owner()
  const token = { userId, name: 'Script', scopes: ['classes:read'], createdAt: now, expiresAt: hours(168) }
  await db.apiToken.create({ data: { ...token, tokenHash: hash() } })
  await db.user.delete({ where: { id: userId } })
  expect(await db.apiToken.count()).toBe(0)
})
