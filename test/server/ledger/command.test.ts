import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { keep, someChange, tamper } from '@test/support/ledger'
import { testWorld } from '@test/support/world'
import { afterAll, expect, test } from 'vitest'
import { sealLedger } from '@/server/ledger/seal'

const world = testWorld()
const dataDir = mkdtempSync(join(tmpdir(), 'clockface-ledger-'))
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

/** `npm run ledger`, as an administrator with a terminal types it. */
async function ledger(args: string[], env: Record<string, string> = {}) {
  const FACE_KEY = Buffer.alloc(32, 7).toString('base64')
  const command = ['--conditions=react-server', '--import', 'tsx', 'scripts/ledger.ts', ...args]
  const child = spawn(process.execPath, command, {
    env: { ...process.env, DATABASE_URL: world.url, FACE_KEY, DATA_DIR: dataDir, ...env },
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk))
  const [code] = await once(child, 'close')
  return { code, said: said.trim() }
}

test('says how many rows fit and how many are not sealed, then names the first that does not fit', async () => {
  const ledgerFile = join(dataDir, 'ledger.json')
  const ctx = { ...world.context(), settings: { ...world.context().settings, ledgerFile } }
  await keep(world, [someChange('ill'), someChange()])
  await sealLedger(ctx)
  await keep(world, [someChange()])
  const fits = await ledger(['verify'])
  expect(fits.said).toMatch(/^Changes: 3, not sealed yet: 1, blocks: 1\n/)
  expect(fits.said).toMatch(
    /^Last block: 1, ([0-9a-f]{64})\nNoted in .+ledger\.json: 1, \1\nEverything fits\.$/m,
  )
  expect(fits.code).toBe(0)

  await tamper(world.ownerUrl, `UPDATE "Change" SET "actorId" = NULL WHERE id = 2`)
  const changed = await ledger(['verify'])
  expect(changed.said).toMatch(/^Change 2 is not what it was when it was sealed\./)
  expect(changed.code).toBe(1)

  await tamper(world.ownerUrl, 'DELETE FROM "ChangeBlock"; DELETE FROM "Change"')
  const cut = await ledger(['verify'])
  expect(cut.said).toMatch(/^The end is cut off: block 1 is missing\./)
  expect(cut.code).toBe(1)
})

test('refuses in one line what it cannot do', async () => {
  expect(await ledger([])).toEqual({ code: 1, said: 'Say what to do: npm run ledger -- verify' })
  expect(await ledger(['verify'], { FACE_KEY: '' })).toEqual({
    code: 1,
    said: 'Set FACE_KEY, or DATA_DIR to the folder that has its secrets.json.',
  })
})
