import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { start } from '@test/support/start'
import { expect, onTestFinished, test } from 'vitest'

const tracked = ['scripts', 'src', 'prisma', 'messages', 'package.json', 'package-lock.json', 'tsconfig.json']

/** The tree as a clone has it: nothing generated, nothing built. Packages are there, as after `npm ci`. */
function bareTree(): string {
  const dir = mkdtempSync(join(tmpdir(), 'clockface-bare-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  for (const name of tracked)
    cpSync(name, join(dir, name), { recursive: true, filter: (path) => !path.endsWith('generated') })
  symlinkSync(resolve('node_modules'), join(dir, 'node_modules'))
  return dir
}

test('what a start reads before it has generated anything is there in a fresh clone', async () => {
  const dir = bareTree()
  // It gets as far as its last look before it makes anything, which is at this file.
  const recogniser = join(dir, 'nowhere.onnx')
  const { ended, printed } = start(
    { PORT: '0', DATA_DIR: join(dir, '.data'), RECOGNISER: recogniser },
    [],
    dir,
  )
  expect(await ended).toBe(1)
  expect(printed()).toContain(`The recogniser ${recogniser} cannot be used: the file is not there.`)
})
