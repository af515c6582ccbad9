import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { refusal } from '@test/support/errors'
import { linkIn } from '@test/support/mail-server'
import { makeAccount, password } from '@test/support/tokens'
import { testWorld } from '@test/support/world'
import { afterAll, expect, test } from 'vitest'
import { signIn } from '@/server/account/sign-in'

const world = testWorld()
const dataDir = mkdtempSync(join(tmpdir(), 'clockface-admin-'))
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

/** `npm run admin`, as whoever sits at the machine types it. */
async function admin(...args: string[]) {
  const FACE_KEY = Buffer.alloc(32, 7).toString('base64')
  const command = ['--conditions=react-server', '--import', 'tsx', 'scripts/admin.ts', ...args]
  const child = spawn(process.execPath, command, {
    env: { ...process.env, DATABASE_URL: world.url, FACE_KEY, DATA_DIR: dataDir },
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk))
  const [code] = await once(child, 'close')
  return { code, said: said.trim() }
}

test('gives and takes roles, disables, enables, and makes a link for a new password', async () => {
  const { id, email } = await makeAccount(world, ['STUDENT'])
  const roles = await admin('roles', email.toUpperCase(), '+ADMIN', '-STUDENT')
  expect(roles).toEqual({ code: 0, said: `${email} is now: ADMIN.` })
  expect(await world.db.user.findUnique({ where: { id } })).toMatchObject({ roles: ['ADMIN'] })
  const last = await admin('disable', email)
  expect(last.code).toBe(1)
  expect(last.said).toMatch(/^Nobody else is an administrator\. Make somebody else one first/)
  await makeAccount(world, ['ADMIN'])
  expect((await admin('disable', email)).said).toMatch(/is disabled: signed out everywhere/)
  expect(await refusal(signIn(world.context(), { email, password }))).toBe('auth.wrong_credentials')
  expect((await admin('reset', email)).said).toMatch(/^This account is disabled\./)
  expect((await admin('enable', email)).said).toBe(`${email} can sign in again.`)
  const { said } = await admin('reset', email)
  const link = linkIn(/<address of this server>(\/new-password\/\S+)/.exec(said)?.[1] ?? '')
  const newPassword = 'copper window melon'
  await world.api().passwordReset.use({ link, newPassword })
  expect(await signIn(world.context(), { email, password: newPassword })).toMatchObject({ id })
  const changes = await world.db.change.findMany({ where: { subject: 'account', subjectId: id } })
  expect(changes.map(({ actorId, via }) => [actorId, via])).toEqual(Array(3).fill([null, 'JOB']))
}, 120_000)

test('says how it is used, and what it does not know', async () => {
  for (const args of [
    [],
    ['someone@example.org'],
    ['roles', 'a@example.org'],
    ['reset', 'a@example.org', '+ADMIN'],
  ]) {
    const { code, said } = await admin(...args)
    expect(code).toBe(1)
    expect(said).toMatch(/^Say what to do with which account:/)
  }
  expect((await admin('roles', 'a@example.org', '+BOSS')).said).toMatch(/^\+BOSS says no role\./)
  expect((await admin('enable', 'nobody@example.org')).said).toBe(
    'There is no account with the email nobody@example.org.',
  )
}, 120_000)
