import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { withEarlierDatabase } from '@test/support/earlier-database'
import { Logger, runOnce } from 'graphile-worker'
import pg from 'pg'
import { expect, inject, test } from 'vitest'
import { prepareDatabase } from '../../../scripts/setup/database'
import { readSecrets } from '../../../scripts/setup/secrets'

async function asked<Row extends pg.QueryResultRow>(connectionString: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    return (await client.query<Row>(sql)).rows
  } finally {
    await client.end()
  }
}

/** A database of before, and its address for a role that is not there yet. */
async function moved(work: (of: { owner: string; application: string }) => Promise<void>) {
  const name = `application_${Math.random().toString(36).slice(2)}`
  await withEarlierDatabase('20261212000000', async ({ url }) => {
    const application = new URL(url)
    application.username = name
    application.password = 'of-its-own'
    try {
      await work({ owner: url, application: application.href })
    } finally {
      await asked(url, `DROP OWNED BY ${name}`).catch(() => undefined)
      await asked(url, `DROP ROLE IF EXISTS ${name}`)
    }
  })
}

test('an installation of before is moved: the application gets a role of its own, which owns nothing and works', async () => {
  await moved(async ({ owner, application }) => {
    expect(await prepareDatabase({ owner, application })).toMatch(/^\d+ applied$/)
    const owned = `SELECT relname FROM pg_class WHERE relowner = current_user::regrole
      UNION ALL SELECT proname FROM pg_proc WHERE proowner = current_user::regrole`
    expect(await asked(application, owned)).toEqual([])
    const rights =
      'SELECT rolsuper, rolcreaterole, rolcreatedb, rolbypassrls FROM pg_roles WHERE rolname = current_user'
    expect(await asked(application, rights)).toEqual([
      { rolsuper: false, rolcreaterole: false, rolcreatedb: false, rolbypassrls: false },
    ])
    await asked(application, `SELECT graphile_worker.add_job('greet')`)
    let greeted = 0
    const taskList = { greet: () => void greeted++ }
    const logger = new Logger(() => () => {})
    await runOnce({ connectionString: application, taskList, logger, noHandleSignals: true })
    expect(greeted).toBe(1)
  })
}, 120_000)

test('each start does it anew, two at once as well, and a server beside it needs the application’s address alone', async () => {
  await moved(async ({ owner, application }) => {
    await prepareDatabase({ owner, application })
    await asked(owner, 'CREATE TABLE "Later" (id int)')
    const both = [prepareDatabase({ owner, application }), prepareDatabase({ owner, application })]
    expect(await Promise.all(both)).toEqual(['up to date', 'up to date'])
    expect(await asked(application, 'SELECT * FROM "Later"')).toEqual([])
    expect(await prepareDatabase({ owner: application, application })).toBe('up to date')
  })
}, 120_000)

test('where a host gives one role only, the start says so', async () => {
  await withEarlierDatabase('20261212000000', async ({ url }) => {
    const said = await prepareDatabase({ owner: url, application: url })
    expect(said).toContain('applied; the application owns the tables, as DATABASE_URL gives one role')
  })
}, 120_000)

test('a role that may not bring the database up to date is told what to set', async () => {
  await withEarlierDatabase('20261212000000', async ({ url, query }) => {
    await query('GRANT SELECT ON _prisma_migrations TO clockface_app')
    const application = url.replace(inject('databaseServer'), inject('applicationServer'))
    await expect(prepareDatabase({ owner: application, application })).rejects.toThrow(
      /^The role of the database may not bring it up to date: .+ Set DATABASE_OWNER_URL to an address with the role/,
    )
  })
}, 120_000)

test('secrets of before get a password for the application, and stay what they are', () => {
  const dir = mkdtempSync(join(tmpdir(), 'clockface-secrets-'))
  try {
    const before = { NEXTAUTH_SECRET: 'a', FACE_KEY: 'b', databasePassword: 'c', other: 'd' }
    writeFileSync(join(dir, 'secrets.json'), JSON.stringify(before))
    const { applicationPassword } = readSecrets(dir)
    expect(applicationPassword).toMatch(/^[0-9a-f]{48}$/)
    expect(readSecrets(dir).applicationPassword).toBe(applicationPassword)
    const kept = JSON.parse(readFileSync(join(dir, 'secrets.json'), 'utf8'))
    expect(kept).toEqual({ ...before, applicationPassword })
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
})
