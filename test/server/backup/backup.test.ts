import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { gunzipSync, gzipSync } from 'node:zlib'
import { backups, everything, holds, withRestored } from '@test/support/backup'
import { makeClass } from '@test/support/factories'
import { oldDatabase } from '@test/support/old-database'
import { strangers } from '@test/support/synthetic-people'
import { testWorld } from '@test/support/world'
import pg from 'pg'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { removeDemo } from '@/server/demo/remove'
import { noteErasures } from '@/server/erasure/list'
import { verifyLedger } from '@/server/ledger/verify'
import { seedDemo } from '../../../prisma/seed'
import { fingerprint } from '../../../scripts/setup/face-key'

vi.setConfig({ testTimeout: 120_000 })

const world = testWorld()
const { file, folder, emptyFolder, save, restore } = backups()
const faceKey = Buffer.alloc(32, 7).toString('base64')

/** By the role that owns the tables: for what no application may do. */

async function asOwner(sql: string) {
  const client = new pg.Client({ connectionString: world.ownerUrl })
  await client.connect()
  await client.query(sql)
  await client.end()
}

/** Somebody with a face, and files that a folder keeps. */
async function installation() {
  const dataDir = folder()
  writeFileSync(join(dataDir, 'address.json'), '{"host":"127.0.0.1","told":false}\n')
  writeFileSync(join(dataDir, 'database.json'), '{"url":"with a password"}')
  await strangers(world, 2)
  await world.db.installation.create({ data: { faceKeyFingerprint: fingerprint(faceKey) } })
  return { DATABASE_URL: world.ownerUrl, DATA_DIR: dataDir }
}

test('what is put back into an empty folder is the same, row for row, and is held by the same rules', async () => {
  const here = await installation()
  // A school, and a café with two months of hours.
  await seedDemo({
    databaseUrl: world.ownerUrl,
    ...{ password: 'marble kettle forest', now: world.clock.now, faceKey, engine: null },
  })
  const saved = await save(file('whole'), here)
  expect(saved).toMatchObject({ code: 0, said: expect.stringContaining('written and read again') })
  expect(statSync(file('whole')).mode & 0o777).toBe(0o600)
  const text = gunzipSync(readFileSync(file('whole'))).toString('utf8')
  for (const secret of [faceKey, 'with a password', 'nnnnnnnn']) expect(text).not.toContain(secret)

  const dataDir = emptyFolder(here.DATA_DIR)
  expect(await restore(file('whole'), dataDir)).toMatchObject({ code: 0 })
  expect(readdirSync(dataDir).sort()).toEqual(['address.json', 'erasures.jsonl', 'postgres', 'secrets.json'])
  const [before, rules] = [await everything(world.ownerUrl), await holds(world.ownerUrl)]
  expect(before['public."TimeEntry"']?.length).toBeGreaterThan(300)
  expect(before['public."Template"']?.length).toBeGreaterThan(3)
  await withRestored(dataDir, async (url) => {
    expect(await everything(url)).toEqual(before)
    expect(await holds(url)).toEqual(rules)
  })

  // All of the demo is erased after the backup: accounts, places, faces, hours, payments.
  const settings = { ...world.context().settings, erasureFile: join(here.DATA_DIR, 'erasures.jsonl') }
  const gone = await world.db.demoAccount.findMany({ include: { user: true } })
  await removeDemo({ ...world.context(), settings })
  await noteErasures({ ...world.context(), settings })
  const next = emptyFolder(here.DATA_DIR)
  const again = await restore(file('whole'), next)
  expect(again).toMatchObject({ code: 0, said: expect.not.stringContaining('Could not') })
  await withRestored(next, async (url) => {
    const { 'public."Change"': _, 'public."Erasure"': __, ...rows } = await everything(url)
    for (const name of ['User', 'TimeEntry', 'Payment', 'Employment', 'Attendance'])
      expect([name, rows[`public."${name}"`]?.length]).toEqual([name, name === 'User' ? 2 : 0])
    const text = JSON.stringify(rows)
    for (const { user } of gone) expect(text).not.toContain(user.email)
  })
}, 240_000)

test('students clock in while it is made, and what it holds is one moment', async () => {
  const here = await installation()
  const teacher = await world.user(['TEACHER'])
  const students = await Promise.all(Array.from({ length: 40 }, () => world.user(['STUDENT'])))
  const { id: classId } = await makeClass(world.db, { teacher, students, now: world.clock.now })
  const { id: sessionId } = await world.api(teacher).sessions.create({ classId, openNow: true })
  const began = await world.db.change.count({ where: { subject: 'attendance' } })
  let saving = true
  const took: number[] = []
  const clocking = (async () => {
    for (let i = 0; saving; i++) {
      const started = performance.now()
      const studentId = students[i % students.length]?.id ?? ''
      const status = Math.floor(i / students.length) % 2 === 0 ? 'PRESENT' : 'LATE'
      await world.api(teacher).attendance.mark({ sessionId, studentId, status })
      took.push(performance.now() - started)
      await wait(5)
    }
  })()
  const saved = await save(file('busy'), here)
  saving = false
  await clocking
  expect(saved.code).toBe(0)
  expect(took.length).toBeGreaterThan(5)
  expect(Math.max(...took)).toBeLessThan(10_000)
  const dataDir = emptyFolder(here.DATA_DIR)
  expect(await restore(file('busy'), dataDir)).toMatchObject({ code: 0 })
  await withRestored(dataDir, async (url) => {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    const { rows } = await client.query<{ changes: number; records: number; told: number }>(
      `SELECT (SELECT count(*)::int FROM "Change" WHERE subject = 'attendance') AS changes,
         (SELECT count(*)::int FROM "Attendance" WHERE "sessionId" = $1) AS records,
         (SELECT count(DISTINCT "subjectId")::int FROM "Change" c JOIN "Attendance" a ON a.id = c."subjectId"
          WHERE a."sessionId" = $1) AS told`,
      [sessionId],
    )
    await client.end()
    expect(rows[0]?.changes).toBeGreaterThanOrEqual(began)
    expect(rows[0]?.changes).toBeLessThanOrEqual(began + took.length)
    expect(rows[0]?.told).toBe(rows[0]?.records)
  })
  expect(await verifyLedger(world.context())).toMatchObject({ fault: null })
})

test('a backup of an earlier version is put back as it was, older rows that a rule would refuse too, and brought up to date', async () => {
  const old = await oldDatabase('20261216')
  onTestFinished(() => old.drop())
  await old.query(`INSERT INTO "Installation" ("id", "faceKeyFingerprint") VALUES (1, $1)`, [
    fingerprint(faceKey),
  ])
  await old.query(`INSERT INTO "User" (id, email, name, "passwordHash", roles, "createdAt")
    VALUES (gen_random_uuid(), 'before@example.org', 'Somebody ''"\\', '-', '{STUDENT}', now())`)
  // A row that a newer rule would refuse.
  const [rule] = await old.query<{ definition: string }>(
    `SELECT pg_get_constraintdef(oid) AS definition FROM pg_constraint WHERE conname = 'Change_before_after_check'`,
  )
  await old.query('ALTER TABLE "Change" DROP CONSTRAINT "Change_before_after_check"')
  await old.query(`INSERT INTO "Change" (at, via, subject, "subjectId")
    VALUES (now(), 'WEB', 'attendance', gen_random_uuid())`)
  await old.query(
    `ALTER TABLE "Change" ADD CONSTRAINT "Change_before_after_check" ${rule?.definition} NOT VALID`,
  )
  const here = { DATABASE_URL: old.url, DATA_DIR: folder() }
  expect(await save(file('earlier'), here)).toMatchObject({ code: 0 })
  const dataDir = emptyFolder(here.DATA_DIR)
  expect(await restore(file('earlier'), dataDir)).toMatchObject({ code: 0 })
  await withRestored(dataDir, async (url) => {
    const rows = await everything(url)
    const [before = 'nobody'] = (await everything(old.url))['public."User"'] ?? []
    // Columns that came since stand behind.
    expect(rows['public."User"']).toEqual([expect.stringContaining(before.slice(0, -1))])
    expect(rows['public."Erasure"']).toEqual([])
    expect(rows['public."Change"']).toHaveLength(1)
    expect(await holds(url)).toContainEqual(
      expect.stringMatching(/Change_before_after_check f .+ NOT VALID$/),
    )
    expect(rows['public._prisma_migrations']?.join()).toContain('20261216000000_erasures')
  })
})

describe('what is refused, before anything is touched', () => {
  test('a backup that was cut or changed, a foreign key, a newer version, a folder in use', async () => {
    const here = await installation()
    await save(file('good'), here)
    const whole = readFileSync(file('good'))
    const text = gunzipSync(whole).toString('utf8')
    const lines = text.split('\n')
    writeFileSync(file('cut'), whole.subarray(0, whole.length - 2000))
    writeFileSync(file('changed'), gzipSync(text.replaceAll('@example.org', '@example.com')))
    writeFileSync(file('shorter'), gzipSync([...lines.slice(0, 100), lines.at(-2), ''].join('\n')))
    writeFileSync(file('foreign'), 'no backup at all')
    await asOwner(`INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at)
      VALUES ('new', '', '2099_new', now())`)
    await save(file('newer'), here)
    await asOwner(`DELETE FROM _prisma_migrations WHERE id = 'new'`)

    const dataDir = emptyFolder(here.DATA_DIR)
    const refused = async (name: string, dir = dataDir) => {
      const before = readdirSync(dir).sort()
      const { code, said } = await restore(file(name), dir)
      expect(readdirSync(dir).sort()).toEqual(before)
      expect({ name, code, lines: said.split('\n').length }).toEqual({ name, code: 1, lines: 1 })
      return said
    }
    for (const name of ['cut', 'changed', 'shorter'])
      expect(await refused(name)).toContain('is cut off, damaged or was changed')
    expect(await refused('foreign')).toMatch(/damaged|no backup/)
    expect(await refused('nowhere')).toContain('is not there')
    expect(await refused('newer')).toContain('made by a newer version')
    const other = folder({ faceKey: Buffer.alloc(32, 8).toString('base64') })
    expect(await refused('good', other)).toMatch(/^FACE_KEY is not the one/)
    expect(await refused('good', folder())).toContain('whoever was erased after the backup would come back')
    writeFileSync(join(dataDir, 'ledger.json'), '{}')
    expect(await refused('good')).toContain('is not empty (ledger.json)')
    expect(await save(file('good'), here)).toMatchObject({
      code: 1,
      said: expect.stringContaining('is there already'),
    })
    expect(await refused('')).toContain('is a folder')
    expect(existsSync(file('good.part'))).toBe(false)
  })

  test('a backup into the data folder, by whatever way, and into a folder that is not there', async () => {
    const here = { DATABASE_URL: world.ownerUrl, DATA_DIR: folder() }
    mkdirSync(join(here.DATA_DIR, 'models'))
    symlinkSync(join(here.DATA_DIR, 'models'), file('way-in'))
    symlinkSync(here.DATA_DIR, file('same'))
    const lost = 'A backup inside the data folder is lost with it. Name a file elsewhere.'
    const ways = [
      [join(here.DATA_DIR, 'inside'), here.DATA_DIR],
      [join(here.DATA_DIR, '..inside'), here.DATA_DIR],
      [join(file('way-in'), 'inside'), here.DATA_DIR],
      [join(here.DATA_DIR, 'inside'), file('same')],
    ] as const
    const before = readdirSync(here.DATA_DIR, { recursive: true })
    for (const [name, DATA_DIR] of ways)
      expect(await save(name, { ...here, DATA_DIR })).toEqual({ code: 1, said: lost })
    expect(await save(join(file('nowhere'), 'a.backup'), here)).toEqual({
      code: 1,
      said: `The folder ${file('nowhere')} is not there. Make it first, or name a file in another one.`,
    })
    expect(readdirSync(here.DATA_DIR, { recursive: true })).toEqual(before)
  })
})
