import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, expect, test } from 'vitest'

const home = mkdtempSync(join(tmpdir(), 'clockface-home-'))
afterAll(() => rmSync(home, { recursive: true, force: true }))

const work = `
  const { createFaceEngine } = await import('${resolve('src/server/face/face-engine.ts')}')
  const engine = await createFaceEngine({ workers: 1 })
  await engine.close()
`

test('the engine starts without the identifier that onnxruntime makes for its reports to Microsoft', () => {
  const { PATH, MODELS_DIR = '' } = process.env
  // With CI or a test runner in the environment onnxruntime would keep quiet by itself.
  const env = { PATH, HOME: home, MODELS_DIR, NODE_ENV: 'production' } as const
  const options = ['--conditions=react-server', '--import', 'tsx', '--input-type=module', '--eval', work]
  execFileSync(process.execPath, options, { env, stdio: ['ignore', 'ignore', 'inherit'] })
  const cache = join(home, '.cache')
  expect(existsSync(cache) ? readdirSync(cache, { recursive: true }) : []).toEqual([])
})
