import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { freePort } from '../setup/ports'
import { type Image, outside } from './stages'

const user = 1000
const patience = 60_000
/** As long as a container engine waits before it kills. */
const grace = 10_000

interface Running {
  child: ChildProcess
  port: number
  started: number
}

/** Runs two processes of an image on one empty database at once, asks how they are, and ends them. */
export async function runTwice(image: Image, databaseUrl: string): Promise<void> {
  const secrets = {
    DATABASE_URL: databaseUrl,
    NEXTAUTH_SECRET: randomBytes(32).toString('base64'),
    FACE_KEY: randomBytes(32).toString('base64'),
  }
  const both: Running[] = []
  try {
    for (const name of ['one', 'two']) {
      console.log(`\nStarting ${name}`)
      both.push(await start(image, secrets))
    }
    for (const one of both) await healthy(image, one)
    for (const one of both) await ends(one)
  } finally {
    for (const { child } of both) child.kill('SIGKILL')
  }
  console.log('\nTwo processes started at once on an empty database, were healthy and ended in time.')
}

/** By a user who may write nowhere but in /data: what a read-only root refuses, this refuses too. */
async function start(image: Image, secrets: Record<string, string>): Promise<Running> {
  const port = await freePort()
  const [file = '', ...args] = image.command
  const child = spawn(file, args, {
    cwd: join(image.root, image.workdir),
    env: { ...environment(image, port), ...secrets, FACE_WORKERS: '1' },
    stdio: 'inherit',
    ...identity(image),
  })
  return { child, port, started: Date.now() }
}

function identity(image: Image) {
  if (process.getuid?.() !== 0) {
    chmodSync(join(image.root, image.workdir), 0o555)
    return {}
  }
  return { uid: user, gid: user }
}

/** Paths in the environment of the image lie below the folder that stands for its root. */
function environment(image: Image, port: number): NodeJS.ProcessEnv {
  const set = Object.entries(image.env).map(([name, value]) => [
    name,
    value.startsWith('/') ? join(image.root, value) : value,
  ])
  return { ...outside(), ...Object.fromEntries(set), PORT: String(port), HOST: '127.0.0.1' }
}

async function healthy(image: Image, { child, port, started }: Running) {
  const [file = '', ...args] = image.health
  while (Date.now() < started + patience && child.exitCode === null) {
    const check = spawn(file, args, {
      cwd: join(image.root, image.workdir),
      env: environment(image, port),
      ...identity(image),
      stdio: 'ignore',
    })
    const [code] = await once(check, 'exit')
    if (code === 0) {
      const answer = await fetch(`http://127.0.0.1:${port}/api/health`)
      console.log(`Healthy after ${seconds(started)}: ${await answer.text()}`)
      return
    }
    await wait(250)
  }
  throw new Error(`No health within ${patience / 1000} s.`)
}

async function ends({ child }: Running) {
  const told = Date.now()
  child.kill('SIGTERM')
  const ended = once(child, 'exit')
  const late = wait(grace, 'late', { ref: false })
  const first = await Promise.race([ended, late])
  if (first === 'late') throw new Error(`It did not end within ${grace / 1000} s of SIGTERM.`)
  console.log(`Ended ${seconds(told)} after SIGTERM with ${child.exitCode}`)
  if (child.exitCode !== 0) throw new Error('A stop that was asked for should end with 0.')
}

const seconds = (since: number) => `${((Date.now() - since) / 1000).toFixed(1)} s`
