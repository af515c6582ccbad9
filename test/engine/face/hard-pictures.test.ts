import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sharedArea } from '@/domain/face/detections'
import { cosine } from '@/domain/face/matching'
import { qualityLimits } from '@/domain/face/quality'
import { PAD_THRESHOLD } from '@/domain/face/thresholds'
import { createFaceEngine, type FaceEngine } from '@/server/face/face-engine'
import { outcomeOf } from './outcome'

const folder = process.env.FACES_DIR
const title = `pictures that were found wrongly once${folder ? '' : ' (left out: FACES_DIR is not set)'}`
const read = (name: string) => readFile(join(folder ?? '', 'hard', name))

describe.skipIf(!folder)(title, () => {
  let engine: FaceEngine
  beforeAll(async () => {
    engine = await createFaceEngine({ waitMs: 60_000, timeoutMs: 60_000 })
  })
  afterAll(() => engine.close())

  const vectorOf = async (name: string) => {
    const described = await engine.describe(await read(name))
    if (!described) throw new Error(`No face in ${name}`)
    return described.vector
  }

  it.each([
    [
      'Gene_Robinson_0003.jpg',
      ['Gene_Robinson_0001.jpg', 'Gene_Robinson_0002.jpg', 'Gene_Robinson_0004.jpg'],
    ],
    ['Nabil_Shaath_0002.jpg', ['Nabil_Shaath_0001.jpg', 'Nabil_Shaath_0003.jpg']],
  ])('%s shows the person himself, not the half of him and of a neighbour', async (name, others) => {
    const vector = await vectorOf(name)
    // retail-0095's genuine pairs; the basic recogniser's lie above .93 whoever they are of.
    const sure = engine.recogniser === 'dlib' ? 0.935 : 0.5
    for (const other of others) expect(cosine(vector, await vectorOf(other)), other).toBeGreaterThan(sure)
  })

  it('a near profile is found, and told to look straight', async () => {
    const profile = await read('Peter_Mugyeni_0001.jpg')
    expect(await engine.describe(profile)).not.toBeNull()
    expect(await outcomeOf(engine, profile)).toBe('face.turned_away')
  })

  it('one bit a pixel: the face that its greys show, and no live person', async () => {
    const dots = await read('hopper_bw_500.png')
    const { width, height, faces } = await engine.inspect(dots)
    expect({ width, height, faces: faces.length }).toEqual({ width: 500, height: 500, faces: 1 })
    if (engine.pad) expect(faces[0]?.live).toBeLessThan(PAD_THRESHOLD)
    const grey = await engine.describe(await sharp(dots).greyscale().resize(167).png().toBuffer())
    expect(cosine(await vectorOf('hopper_bw_500.png'), grey?.vector ?? new Float32Array())).toBeGreaterThan(
      0.9,
    )
  })

  it.each([
    ['29 people in three rows', 'solvay1927.jpg', 29],
    ['15 people on stairs, two in profile', 'stock-group-1.jpg', 15],
  ])('%s: each once, and nobody between two of them', async (_, name, people) => {
    const { faces } = await engine.readGroup(await read(name))
    expect(faces).toHaveLength(people)
    for (const [i, { box }] of faces.entries()) {
      const others = faces.slice(i + 1)
      const shared = others.map((other) => sharedArea(box, other.box) / (other.box.width * other.box.height))
      expect(Math.max(0, ...shared)).toBeLessThan(0.2)
    }
  })

  it('moustaches, softness and the grey of 1927 cover no mouth, also where the faces are small for the detector', async () => {
    const picture = await read('solvay1927.jpg')
    const seen = [...(await engine.readGroup(picture)).faces, ...(await engine.inspect(picture)).faces]
    expect(seen.length).toBeGreaterThan(40)
    expect(seen.filter(({ quality }) => (quality.covered ?? 0) > qualityLimits.covered)).toEqual([])
  })
})
