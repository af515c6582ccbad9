import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { isAlive } from '../../scripts/setup/processes.mjs'
import { listenerOn } from '../support/server-process'
import { eventually, postgresPid, type Started, start } from '../support/start'

// No browser here: what happens to the processes of an installation when it is started, ended and killed.
test.describe.configure({ mode: 'serial' })

let dataDir = ''
/** How long the first start took until it was ready, in milliseconds. */
let firstTook = 0
const started: Started[] = []

function begin(env: Record<string, string> = {}) {
  const one = start({ DATA_DIR: dataDir, PORT: '0', ...env })
  started.push(one)
  return one
}

/** The processes below one, children first. */
function below(pid: number): number[] {
  const { stdout } = spawnSync('ps', ['-o', 'pid=', '--ppid', String(pid)], { encoding: 'utf8' })
  const children = stdout.trim().split(/\s+/).filter(Boolean).map(Number)
  return [...children.flatMap(below), ...children]
}

const pidOf = ({ child }: Started) => child.pid ?? 0
const shutdowns = () =>
  readFileSync(join(dataDir, 'postgres.log'), 'utf8').match(/database system is shut down/g)?.length ?? 0
const health = async (address: string) => (await fetch(`${address}/api/health`)).json()
/** A machine with much to do may answer the first health check too late. */
const wellAt = (address: string) => expect.poll(() => health(address)).toEqual({ status: 'ok' })

test.beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'clockface-life-'))
})

test.afterAll(async () => {
  for (const { child } of started) child.kill('SIGTERM')
  await Promise.all(started.map(({ ended }) => ended))
  rmSync(dataDir, { recursive: true, force: true })
})

test('the first start ends up with an address, secrets of its own and a database that is stopped cleanly', async () => {
  const before = Date.now()
  const one = begin()
  const address = await one.ready
  firstTook = Date.now() - before
  await wellAt(address)
  expect(statSync(join(dataDir, 'secrets.json')).mode & 0o777).toBe(0o600)
  const { password } = JSON.parse(readFileSync(join(dataDir, 'demo.json'), 'utf8'))
  await eventually('the demo accounts', () => one.printed().includes(password))
  const processes = below(pidOf(one))
  one.child.kill('SIGTERM')
  expect(await one.ended).toBe(0)
  expect(processes.filter(isAlive)).toEqual([])
  expect(shutdowns()).toBe(1)
})

test('the second start takes a fraction of the first, and keeps the demo password to itself', async () => {
  const before = Date.now()
  const one = begin()
  await one.ready
  const took = Date.now() - before
  test.info().annotations.push({ type: 'second start', description: `${took} of ${firstTook} ms` })
  // What the first one sets up, a database and its schema, is not set up again. How long that is in seconds is the machine's.
  expect(took / firstTook).toBeLessThan(0.6)
  const { password } = JSON.parse(readFileSync(join(dataDir, 'demo.json'), 'utf8'))
  expect(one.printed()).not.toContain(password)
})

test('a start on the same folder beside it is refused, and a server on the same database is not', async () => {
  const beside = begin()
  expect(await beside.ended).toBe(1)
  expect(beside.printed()).toMatch(
    /^Clockface already runs on the folder .+ End it, or set DATA_DIR and PORT/,
  )

  const { url } = JSON.parse(readFileSync(join(dataDir, 'database.json'), 'utf8'))
  // The owner's is told to nobody.
  expect(url).toMatch(/^postgresql:\/\/clockface_app:/)
  const second = begin({ DATABASE_URL: url })
  await wellAt(await second.ready)
  second.child.kill('SIGTERM')
  expect(await second.ended).toBe(0)
})

test('Ctrl-C in a terminal, which reaches every process at once, ends it as cleanly', async () => {
  const [, running] = started
  if (!running) throw new Error('The second start is not there')
  const postgres = postgresPid(dataDir)
  const before = shutdowns()
  const group = [pidOf(running), ...below(pidOf(running))].filter((pid) => pid !== postgres)
  for (const pid of group) spawnSync('kill', ['-INT', String(pid)])
  expect(await running.ended).toBe(0)
  expect(isAlive(postgres)).toBe(false)
  expect(shutdowns()).toBe(before + 1)
})

test('when the starter is killed, what it started ends by itself', async () => {
  const one = begin()
  await one.ready
  const processes = below(pidOf(one))
  one.child.kill('SIGKILL')
  await eventually('everything to end', () => !processes.some(isAlive))
})

test('when everything but the database is killed, the next start takes over', async () => {
  const one = begin()
  await one.ready
  const postgres = postgresPid(dataDir)
  const kept = [postgres, ...below(postgres)]
  const killed = [pidOf(one), ...below(pidOf(one))].filter((pid) => !kept.includes(pid))
  spawnSync('kill', ['-KILL', ...killed.map(String)])
  await one.ended
  expect(isAlive(postgres)).toBe(true)
  const next = begin()
  await wellAt(await next.ready)
  expect(isAlive(postgres)).toBe(false)
})

test('when everything is killed, the next start recovers the database', async () => {
  const one = started.at(-1)
  if (!one) throw new Error('No start is there')
  const all = [pidOf(one), ...below(pidOf(one))]
  spawnSync('kill', ['-KILL', ...all.map(String)])
  await one.ended
  await eventually('all of it to be gone', () => !all.some(isAlive))
  const next = begin()
  await wellAt(await next.ready)
  next.child.kill('SIGTERM')
  expect(await next.ended).toBe(0)
})

test('a note of a database process whose number somebody else has by now does not stop a start', async () => {
  const version = readFileSync(join(dataDir, 'postgres', 'PG_VERSION'), 'utf8').trim()
  expect(Number(version)).toBeGreaterThan(16)
  writeFileSync(join(dataDir, 'postgres', 'postmaster.pid'), `${process.pid}\n${dataDir}/postgres\n`)
  const one = begin()
  await wellAt(await one.ready)
})

test('when its database is silent, it says that it is down; when it is killed, it is started again', async () => {
  const one = started.at(-1)
  const address = await one?.ready
  if (!one || !address) throw new Error('No start is there')
  const postgres = postgresPid(dataDir)
  spawnSync('kill', ['-STOP', String(postgres), ...below(postgres).map(String)])
  const before = Date.now()
  // What was found within the last second is told again: the answer before may have been well.
  await eventually('a server that is down', async () => (await fetch(`${address}/api/health`)).status === 503)
  expect(await health(address)).toEqual({ status: 'down' })
  expect(Date.now() - before).toBeLessThan(6000)
  spawnSync('kill', ['-CONT', ...below(postgres).map(String), String(postgres)])
  spawnSync('kill', ['-KILL', String(postgres)])
  await eventually('the database again', () => one.printed().includes('The database is there again.'))
  await eventually('a server that is ready', async () => (await fetch(`${address}/api/health/ready`)).ok)
  expect(postgresPid(dataDir)).not.toBe(postgres)
})

test('when its server is killed, it is started again where it was, and all of it ends as cleanly', async () => {
  const one = started.at(-1)
  const address = await one?.ready
  if (!one || !address) throw new Error('No start is there')
  const server = await listenerOn(Number(new URL(address).port))
  process.kill(server ?? 0, 'SIGKILL')
  await eventually('the server again', () => one.printed().includes('The server is there again.'))
  await eventually('a server that is ready', async () => (await fetch(`${address}/api/health/ready`)).ok)
  const processes = below(pidOf(one))
  one.child.kill('SIGTERM')
  expect(await one.ended).toBe(0)
  expect(processes.filter(isAlive)).toEqual([])
})
