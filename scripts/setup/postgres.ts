import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import pg from 'pg'
import { freePort } from './ports'
import { type PostgresProgram, postgresProgram } from './postgres-binaries'
import { stopLeftover } from './postgres-leftover'
import { discreetLog, openLog } from './postgres-log'
import { isMade, refuseOtherVersion } from './postgres-version'
import { DiskFullError, SetupError } from './setup-error.mjs'

export interface PostgresOptions {
  /** Folder of the database; its parent also holds the log. */
  dir: string
  password: string
  /** Port to prefer; another is taken when it is in use, unless it has to be this one. */
  port?: number
  samePort?: boolean
  /** For tests: faster, and lost when the machine loses power. */
  throwaway?: boolean
}

export interface Role {
  name: string
  password: string
}

export interface Postgres {
  port: number
  /** The address of a database for its owner, or for another role. */
  url(database: string, role?: Role): string
  /** Resolves with how it ended, when nobody told it to. */
  died: Promise<string>
  stop(): Promise<void>
}

const user = 'clockface'

/** Starts PostgreSQL on a folder, making the database at the first start. */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  mkdirSync(dirname(options.dir), { recursive: true })
  const program = postgresProgram(dirname(options.dir))
  if (isMade(options.dir)) refuseOtherVersion(program, options.dir)
  else initialise(program, options)
  await stopLeftover(options.dir)
  for (let attempt = 1; ; attempt++) {
    try {
      const { port, samePort } = options
      return await launch(program, options, port && samePort ? port : await freePort(port))
    } catch (error) {
      // Processes of a killed PostgreSQL need a moment to go, and a free port can be taken meanwhile.
      if (attempt === 3 || error instanceof DiskFullError) throw error
      await new Promise((resolve) => setTimeout(resolve, 1000))
    }
  }
}

function initialise(program: PostgresProgram, { dir, password }: PostgresOptions) {
  // Made beside its place and renamed, so that a start killed half way leaves no half of a database.
  const fresh = `${dir}.new`
  const passwordFile = `${dir}.password`
  rmSync(fresh, { recursive: true, force: true })
  mkdirSync(fresh, { mode: 0o700 })
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (program.owner)
    for (const path of [fresh, passwordFile]) chownSync(path, program.owner.uid, program.owner.gid)
  const { file, args } = program.command('initdb', [
    `--pgdata=${fresh}`,
    `--username=${user}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-instructions',
    '--no-sync',
  ])
  const result = spawnSync(file, args, { ...identity(program, file), encoding: 'utf8' })
  rmSync(passwordFile, { force: true })
  if (result.status !== 0) {
    rmSync(fresh, { recursive: true, force: true })
    if (result.stderr?.includes('No space left on device')) throw new DiskFullError(dirname(dir))
    throw new SetupError(
      `PostgreSQL could not make its folder ${dir}: ${lastLine(result.stderr ?? String(result.error))}`,
    )
  }
  renameSync(fresh, dir)
}

async function launch(program: PostgresProgram, options: PostgresOptions, port: number): Promise<Postgres> {
  const { dir, password } = options
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'timezone=UTC',
    'log_timezone=UTC',
    ...discreetLog,
  ]
  if (options.throwaway) settings.push('fsync=off', 'synchronous_commit=off', 'full_page_writes=off')
  const { file, args } = program.command('postgres', [
    '-D',
    dir,
    '-p',
    String(port),
    ...settings.flatMap((s) => ['-c', s]),
  ])
  const log = openLog(`${dir}.log`)
  // A group of its own: Ctrl-C must reach the server first, and PostgreSQL only when the server has ended.
  const stdio = ['ignore', log.handle, log.handle] as const
  const child = spawn(file, args, { ...identity(program, file), detached: true, stdio: [...stdio] })
  log.handedOver()
  const ended = once(child, 'exit').then(
    ([code, signal]) => `${signal ?? `exit code ${code}`}`,
    (error) => String(error),
  )
  void ended.then(log.stopRotating)
  const url = (database: string, role: Role = { name: user, password }) =>
    `postgresql://${role.name}:${role.password}@127.0.0.1:${port}/${database}`
  if (!(await answers(child, url('postgres')))) {
    await stop(child, ended)
    throw startError(dir, log.written())
  }
  let stopping = false
  return {
    port,
    url,
    died: new Promise((resolve) => ended.then((how) => stopping || resolve(how))),
    stop: () => {
      stopping = true
      return stop(child, ended)
    },
  }
}

function identity(program: PostgresProgram, file: string) {
  return file === 'setpriv' ? {} : { ...program.owner }
}

async function answers(child: ChildProcess, url: string) {
  const end = Date.now() + 60_000
  while (child.exitCode === null && child.signalCode === null && Date.now() < end) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 })
    try {
      await client.connect()
      await client.end()
      return true
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }
  return false
}

async function stop(child: ChildProcess, ended: Promise<string>) {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGINT')
  const impatient = setTimeout(() => child.kill('SIGQUIT'), 20_000)
  await ended
  clearTimeout(impatient)
}

function startError(dir: string, log: string) {
  if (log.includes('No space left on device')) return new DiskFullError(dirname(dir))
  const cause = log.split('\n').findLast((line) => line.includes('FATAL:')) ?? lastLine(log)
  return new SetupError(
    `PostgreSQL did not start on ${dir}: ${cause.replace(/^.*FATAL:\s*/, '')} (log: ${dir}.log)`,
  )
}

function lastLine(text: string) {
  return text.trim().split('\n').at(-1) ?? ''
}

/** Makes a database of this name unless it is there. */
export async function ensureDatabase(postgres: Postgres, name: string) {
  const client = new pg.Client({ connectionString: postgres.url('postgres') })
  await client.connect()
  const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])
  if (!rowCount) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`)
  await client.end()
}
