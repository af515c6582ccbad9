import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { configuredRecogniser } from '@/server/face/face-engine'

const run = promisify(execFile)
const folder = process.env.FACES_DIR
const title = `every pair of 60 people of LFW${folder ? '' : ' (left out: FACES_DIR is not set)'}`

/** The command line's own evaluation, which is also what measures the whole of LFW. */
async function evaluate(model: string) {
  const args = ['run', '-s', 'face', '--', 'eval', '--images', join(folder ?? '', 'lfw'), '--pairs', 'all']
  const { stdout } = await run('npm', [...args, '--model', model], { maxBuffer: 1e7 })
  return JSON.parse(stdout)
}

describe.skipIf(!folder)(title, () => {
  it('retail-0095: no face missed, hardly a pair wrong, FNMR below 3 % at FMR 1e-4', async ({ skip }) => {
    skip((await configuredRecogniser()) !== 'retail-0095', 'retail-0095 is not there')
    const result = await evaluate('retail')
    expect(result).toMatchObject({ model: 'retail-0095', pairs: 28_680, impostorPairs: 28_320, noFace: 0 })
    expect(result.accuracy).toBeGreaterThanOrEqual(0.999)
    expect(result.fnmrAtFmr['1e-3']).toBe(0)
    expect(result.fnmrAtFmr['1e-4']).toBeLessThanOrEqual(0.015)
  })

  it('dlib: no face missed, and few pairs wrong', async () => {
    const result = await evaluate('dlib')
    expect(result).toMatchObject({ model: 'dlib', pairs: 28_680, noFace: 0 })
    expect(result.accuracy).toBeGreaterThanOrEqual(0.998)
    expect(result.fnmrAtFmr['1e-3']).toBeLessThanOrEqual(0.03)
  })
})
