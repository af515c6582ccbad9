import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, describe, expect, test } from 'vitest'
import { checkFolder } from '../../../scripts/setup/checks'
import { liveHolder, releaseLock, takeLock } from '../../../scripts/setup/lock.mjs'
import { startPostgres } from '../../../scripts/setup/postgres'
import { rotateLog } from '../../../scripts/setup/postgres-log'
import { SetupError } from '../../../scripts/setup/setup-error.mjs'

const root = mkdtempSync(join(tmpdir(), 'clockface-folder-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

describe('the data folder', () => {
  test('is closed to everybody else, also one that was open', () => {
    const dir = join(root, 'open')
    mkdirSync(dir, { mode: 0o755 })
    checkFolder(dir)
    expect(statSync(dir).mode & 0o777).toBe(0o700)
  })

  test('its lock counts where it was taken, also when the folder is moved, and not in a copy', () => {
    const dir = join(root, 'one')
    expect(takeLock(join(dir, 'start.lock'))).toBeUndefined()
    expect(statSync(join(dir, 'start.lock')).mode & 0o777).toBe(0o600)
    expect(takeLock(join(dir, 'start.lock'))).toBe(process.pid)
    const copy = join(root, 'copy')
    cpSync(dir, copy, { recursive: true })
    expect(liveHolder(join(copy, 'start.lock'))).toBeUndefined()
    expect(takeLock(join(copy, 'start.lock'))).toBeUndefined()
    const moved = join(root, 'moved')
    renameSync(dir, moved)
    expect(liveHolder(join(moved, 'start.lock'))).toBe(process.pid)
    for (const folder of [copy, moved]) releaseLock(join(folder, 'start.lock'))
  })
})

describe('a database of another major version of PostgreSQL', () => {
  test.each([
    ['17', 'version before'],
    ['19', 'newer version'],
  ])('%s is named in one line, with what to do, and not touched', async (version, other) => {
    const dir = join(root, `of-${version}`, 'postgres')
    const options = { dir, password: 'throwaway', throwaway: true }
    await (await startPostgres(options)).stop()
    const file = join(dir, 'PG_VERSION')
    const ours = readFileSync(file, 'utf8').trim()
    // What PostgreSQL itself goes by.
    writeFileSync(file, `${version}\n`)
    const before = statSync(join(dir, 'global', 'pg_control')).mtimeMs
    const error = await startPostgres(options).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(SetupError)
    expect(String(error)).toContain(
      `The database in ${dir} is of PostgreSQL ${version}, and this version of Clockface runs PostgreSQL ${ours}`,
    )
    expect(String(error)).toContain(`Start the ${other} of Clockface again, run npm run backup -- FILE there`)
    expect(String(error)).not.toContain('\n')
    expect(statSync(join(dir, 'global', 'pg_control')).mtimeMs).toBe(before)
    writeFileSync(file, `${ours}\n`)
    await (await startPostgres(options)).stop()
  })
})

describe("PostgreSQL's log", () => {
  test('goes on where it was, says what went wrong, and holds no row and no statement', async () => {
    const dir = join(root, 'database', 'postgres')
    const options = { dir, password: 'throwaway', throwaway: true }
    mkdirSync(join(root, 'database'))
    for (const round of [1, 2]) {
      const postgres = await startPostgres(options)
      const client = new pg.Client({ connectionString: postgres.url('postgres') })
      await client.connect()
      await client.query('CREATE TEMP TABLE person (email text PRIMARY KEY CHECK (length(email) < 30))')
      const insert = () => client.query(`INSERT INTO person VALUES ('somebody@example.org')`)
      await insert()
      await expect(insert()).rejects.toThrow('duplicate key')
      await expect(
        client.query('INSERT INTO person VALUES ($1)', ['somebody.with.a.long.name@example.org']),
      ).rejects.toThrow('check constraint')
      await client.end()
      await postgres.stop()
      const log = readFileSync(`${dir}.log`, 'utf8')
      expect(log.match(/duplicate key value/g)).toHaveLength(round)
      expect(log.match(/database system is shut down/g)).toHaveLength(round)
      expect(log).not.toMatch(/somebody|INSERT/)
    }
  })

  test('is put aside once it is large, and who writes it goes on', () => {
    const file = join(root, 'a.log')
    writeFileSync(file, 'first\n')
    rotateLog(file, 100)
    expect(readFileSync(file, 'utf8')).toBe('first\n')
    rotateLog(file, 3)
    expect(readFileSync(file, 'utf8')).toBe('')
    expect(readFileSync(`${file}.1`, 'utf8')).toBe('first\n')
  })
})
