import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PAD_THRESHOLD } from '@/domain/face/thresholds'
import { createFaceEngine, type FaceEngine } from '@/server/face/face-engine'
import { outcomeOf } from './outcome'

const folder = process.env.FACES_DIR
const title = `live or a picture of a picture${folder ? '' : ' (left out: FACES_DIR is not set)'}`

describe.skipIf(!folder)(title, () => {
  let engine: FaceEngine
  beforeAll(async () => {
    engine = await createFaceEngine({ workers: 1 })
  })
  afterAll(() => engine.close())
  const read = (name: string) => readFile(join(folder ?? '', 'spoof', name))

  async function live(name: string): Promise<number> {
    const [face] = (await engine.inspect(await read(name))).faces
    return face?.live ?? Number.NaN
  }

  it('the live face passes, the gate included', async ({ skip }) => {
    skip(!engine.pad, 'the presentation-attack model is not there')
    expect(await live('live-1.jpg')).toBeGreaterThanOrEqual(PAD_THRESHOLD)
    expect(await outcomeOf(engine, await read('live-1.jpg'))).toBe('ok')
  })

  it.for(['print-1.jpg', 'screen-1.jpg'])('%s is refused', async (name, { skip }) => {
    skip(!engine.pad, 'the presentation-attack model is not there')
    expect(await live(name)).toBeLessThan(PAD_THRESHOLD)
  })
})
