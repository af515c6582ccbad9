import { runMigrations } from 'graphile-worker'
import type { Variables } from '../../src/server/env'
import { admitApplication, ownsTables } from '../database/application-role'
import { migrate } from '../database/migrations'
import { type OlderRows, settleOlderRows } from '../database/older-rows'
import { SetupError } from './setup-error.mjs'

/** Two addresses of one database: of the role that owns its tables, and of the application's. */
export interface Addresses {
  owner: string
  application: string
}

/** The database of the environment, where it names one. */
export function givenDatabase({ DATABASE_URL, DATABASE_OWNER_URL }: Variables): Addresses | null {
  if (DATABASE_URL) return { owner: DATABASE_OWNER_URL ?? DATABASE_URL, application: DATABASE_URL }
  if (DATABASE_OWNER_URL)
    throw new SetupError(
      'DATABASE_OWNER_URL is set and DATABASE_URL is not. Set both: DATABASE_URL with a role for the application.',
    )
  return null
}

/**
 * Brings tables, queue and the rights of the application up to date, as their owner; what there is to say of it. Where
 * both addresses are one, that role does everything.
 */
export async function prepareDatabase({ owner, application }: Addresses): Promise<string> {
  const applied = await asOwner(() => migrate(owner))
  await asOwner(() => runMigrations({ connectionString: owner }))
  const said = [applied.length ? `${applied.length} applied` : 'up to date']
  if (owner !== application) await asOwner(() => admitApplication(owner, application))
  if (await ownsTables(owner)) said.push(...(await settleOlderRows(owner)).map(named))
  if (owner === application && (await ownsTables(owner)))
    said.push(
      'the application owns the tables, as DATABASE_URL gives one role (DATABASE_OWNER_URL: docs/deploy.md)',
    )
  return said.join('; ')
}

const named = ({ table, rule, rows }: OlderRows) =>
  `${rows} older ${rows === 1 ? 'row' : 'rows'} of ${table} that ${rule} would refuse today stay as they are`

const INSUFFICIENT_PRIVILEGE = '42501'

async function asOwner<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error)
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code !== INSUFFICIENT_PRIVILEGE && !/permission denied|must be owner/.test(said)) throw error
    throw new SetupError(
      `The role of the database may not bring it up to date: ${said.split('\n')[0]}. Set DATABASE_OWNER_URL to an address with the role that owns its tables.`,
    )
  }
}
