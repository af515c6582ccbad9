import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { stopLeftover } from '../../../scripts/setup/postgres-leftover'
import { isAlive } from '../../../scripts/setup/processes.mjs'
import { noteServing, servingProcess } from '../../../scripts/setup/serving.mjs'

let root = ''
let dir = ''
let child: ChildProcess | undefined

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'clockface-leftovers-'))
  dir = join(root, 'postgres')
  mkdirSync(dir)
})
afterEach(() => {
  child?.kill('SIGKILL')
  rmSync(root, { recursive: true, force: true })
})

/** A process under the name of PostgreSQL, and the note that it is the one of our folder. */
async function running(argv0: string, args: string[], cwd = root) {
  child = spawn(process.execPath, ['-e', 'console.log(); setInterval(() => {}, 1e6)', '--', ...args], {
    argv0,
    cwd,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  if (child.stdout) await once(child.stdout, 'data')
  const pid = child.pid ?? 0
  writeFileSync(join(dir, 'postmaster.pid'), `${pid}\n${dir}\n`)
  return pid
}

const note = () => existsSync(join(dir, 'postmaster.pid'))

test('a PostgreSQL of this folder is ended, by its command', async () => {
  const pid = await running('/usr/bin/postgres', ['-D', dir, '-p', '1'])
  await stopLeftover(dir)
  expect(isAlive(pid)).toBe(false)
})

test.runIf(existsSync('/proc/self/cwd'))('or by where it works', async () => {
  const pid = await running('postgres', [], dir)
  await stopLeftover(dir)
  expect(isAlive(pid)).toBe(false)
})

test.each([
  ['of somebody else', 'postgres', (folder: string) => ['-D', join(folder, '../elsewhere')]],
  ['of a folder whose name begins alike', 'postgres', (folder: string) => ['-D', `${folder}2`]],
  ['which is no PostgreSQL at all', 'editor', (folder: string) => ['-D', folder]],
])('a process %s is left alone, and the note of it goes', async (_title, name, args) => {
  const pid = await running(name, args(dir))
  await stopLeftover(dir)
  expect(isAlive(pid)).toBe(true)
  expect(note()).toBe(false)
})

test('a process that serves the build is known until it has ended', () => {
  const notes = join(root, 'serving')
  expect(servingProcess(notes)).toBeUndefined()
  mkdirSync(notes)
  writeFileSync(join(notes, '1'), JSON.stringify({ pid: 1, startedAt: 'long ago' }))
  expect(servingProcess(notes)).toBeUndefined()
  noteServing(notes)
  expect(servingProcess(notes)).toBe(process.pid)
})
