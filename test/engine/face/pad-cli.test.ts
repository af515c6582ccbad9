import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { availableModels } from '@/server/face/model-store'
import { portrait } from '../../support/sample-portraits'
import { face } from './command-line'

let dir: string
let possible = false

beforeAll(async () => {
  possible = (await availableModels('.models')).pad
  dir = await mkdtemp(join(tmpdir(), 'clockface-pad-'))
  const room = join(dir, 'live', 'room')
  const [print, empty] = [join(dir, 'attack', 'print'), join(dir, 'attack', 'empty')]
  for (const folder of [room, print, empty]) await mkdir(folder, { recursive: true })
  for (const who of ['anna', 'berta', 'dora'] as const) {
    await writeFile(join(room, `${who}.jpg`), await portrait(who))
    // The edge of a print: a grey, soft picture that lies on white.
    const picture = await sharp(await portrait(who))
      .greyscale()
      .resize(320, 240)
      .toBuffer()
    const edge = { top: 60, bottom: 60, left: 80, right: 80, background: '#fff' }
    await writeFile(join(print, `${who}.jpg`), await sharp(picture).extend(edge).jpeg().toBuffer())
  }
  await writeFile(join(print, 'notes.txt'), 'no picture')
  const nobody = { create: { width: 320, height: 240, channels: 3, background: '#777' } } as const
  await writeFile(join(empty, 'wall.png'), await sharp(nobody).png().toBuffer())
})
afterAll(() => rm(dir, { recursive: true }))

describe('the error rates of presentation-attack detection', () => {
  it('are given with their exact bounds, kinds of attack and pictures without a face apart', async ({
    skip,
  }) => {
    skip(!possible, 'the presentation-attack model is not there')
    const { code, out } = await face('pad', '--live', join(dir, 'live'), '--attack', join(dir, 'attack'))
    expect(code).toBe(0)
    const result = JSON.parse(out)
    expect(result).toMatchObject({
      bpcer: 0,
      n: { live: 3, attack: 3 },
      threshold: 0.1,
      noFace: { live: 0, attack: 1 },
      kinds: [
        { kind: 'empty', apcer: null, n: 0, bounds: [0, 1] },
        { kind: 'print', n: 3 },
      ],
    })
    expect(result.bounds.bpcer).toEqual([0, 0.7076])
    expect(result.apcer).toBe(result.kinds[1].apcer)
    expect(result.people).toEqual([{ person: 'room', bpcer: 0, n: 3, bursts: { bpcer: 0, n: 1 } }])
    expect(result.bursts).toMatchObject({ bpcer: 0, n: { live: 1, attack: 1 } })
  })

  it('count live pictures that are taken for attacks, and the other way about', async ({ skip }) => {
    skip(!possible, 'the presentation-attack model is not there')
    const { out } = await face('pad', '--live', join(dir, 'live'), '--attack', join(dir, 'live'))
    expect(JSON.parse(out)).toMatchObject({ apcer: 1, bpcer: 0, bounds: { apcer: [0.2924, 1] } })
  })

  it('need two folders that hold pictures', async () => {
    expect((await face('pad', '--live', dir)).code).toBe(2)
    const none = await face('pad', '--live', join(dir, 'nowhere'), '--attack', dir)
    expect(none.code).toBe(1)
  })
})
