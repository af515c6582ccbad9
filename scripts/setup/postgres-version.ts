import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PostgresProgram } from './postgres-binaries'
import { SetupError } from './setup-error.mjs'

/** Whether PostgreSQL has made its folder there. */
export const isMade = (dir: string) => existsSync(join(dir, 'PG_VERSION'))

/**
 * Refuses a folder that another major version of PostgreSQL made: none reads the files of another, and before anything
 * is touched is the time to say so. The one that runs is asked, for the package that brings it numbers itself.
 */
export function refuseOtherVersion(program: PostgresProgram, dir: string): void {
  const { file, args } = program.command('postgres', ['--version'])
  const said = spawnSync(file, args, { encoding: 'utf8' }).stdout ?? ''
  const ours = /\) (\d+)/.exec(said)?.[1]
  const theirs = readFileSync(join(dir, 'PG_VERSION'), 'utf8').trim()
  if (!ours || theirs === ours) return
  const other = Number(theirs) > Number(ours) ? 'newer version' : 'version before'
  throw new SetupError(
    `The database in ${dir} is of PostgreSQL ${theirs}, and this version of Clockface runs PostgreSQL ${ours}, which cannot read it. Start the ${other} of Clockface again, run npm run backup -- FILE there, then put that file back with this one into a new folder: npm run restore -- FILE (docs/operations.md).`,
  )
}
