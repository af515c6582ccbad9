import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { start } from '../../../test/support/start'
import { freePort } from '../../setup/ports'
import { type Seeded, seed, signedIn } from './seed'

export interface Version {
  address: string
  dataDir: string
  seeded: Seeded
  states: Awaited<ReturnType<typeof signedIn>>
  stop(): Promise<void>
}

/** Builds and starts a version as any installation does, on an empty folder, and fills it. */
export async function startVersion(folder: string, progress: (line: string) => void): Promise<Version> {
  const dataDir = await mkdtemp(join(tmpdir(), 'clockface-pages-'))
  const port = await freePort()
  progress(`building and starting ${folder}`)
  const started = start(
    { DATA_DIR: dataDir, PORT: String(port), APPOINTMENT: 'open', LOG_LEVEL: 'error' },
    [],
    folder,
  )
  const stop = async () => {
    started.child.kill('SIGTERM')
    await started.ended
    await rm(dataDir, { recursive: true, force: true })
  }
  try {
    await started.ready
    const address = `http://localhost:${port}`
    const seeded = await seed(address, dataDir)
    return { address, dataDir, seeded, states: await signedIn(address, seeded.emails), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

const git = (...args: string[]) => execFileSync('git', args, { encoding: 'utf8' }).trim()

/**
 * A version from git in a folder of its own, which installs and builds itself when it is started; it stays in `kept`, or
 * goes with the run.
 */
export async function versionFolder(revision: string, kept: string | undefined) {
  const commit = git('rev-parse', '--verify', `${revision}^{commit}`)
  const within = kept ? resolve(kept) : await mkdtemp(join(tmpdir(), 'clockface-before-'))
  const folder = join(within, commit.slice(0, 12))
  if (!existsSync(folder)) git('worktree', 'add', '--detach', folder, commit)
  return {
    folder,
    commit: commit.slice(0, 8),
    remove() {
      if (!kept) git('worktree', 'remove', '--force', folder)
    },
  }
}
