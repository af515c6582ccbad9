import { readFileSync } from 'node:fs'
import { testDatabase } from '@test/support/database'
import { oldDatabase } from '@test/support/old-database'
import { expect, inject, onTestFinished, test } from 'vitest'
import { migrate, noFilters, readMigrations } from '../../../scripts/database/migrations'
import { withSchemaEngine } from '../../../scripts/database/schema-engine'

const { ownerUrl: url } = testDatabase()

test('the migrations lead to what prisma/schema.prisma says', async () => {
  const path = 'prisma/schema.prisma'
  const migrations = await readMigrations()
  const { stdout } = await withSchemaEngine(`${inject('databaseServer')}postgres`, (engine) =>
    engine.diff({
      from: { tag: 'migrations', ...migrations },
      to: { tag: 'schemaDatamodel', files: [{ path, content: readFileSync(path, 'utf8') }] },
      script: true,
      exitCode: null,
      filters: noFilters,
    }),
  )
  expect(stdout).toContain('This is an empty migration.')
})

test('a migration that broke off is tried again', async () => {
  const old = await oldDatabase('20261129000005')
  onTestFinished(() => old.drop())
  await old.query(
    `INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ('broken', '', '20261129000005_ledger')`,
  )
  expect(await old.migrate()).toContain('20261129000005_ledger')
})

test('a migration whose end was not noted any more counts as done', async () => {
  const old = await oldDatabase('3')
  onTestFinished(() => old.drop())
  await old.query(
    `UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name LIKE '20261129000003%'`,
  )
  expect(await old.migrate()).toEqual([])
})

test('a database that is up to date is left alone, by two at once as well', async () => {
  expect(await Promise.all([migrate(url), migrate(url)])).toEqual([[], []])
})
