import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cosine } from '@/domain/face/matching'
import { createFaceEngine, type FaceEngine } from '@/server/face/face-engine'
import { demoPhoto } from '../../support/sample-portraits'
import { outcomeOf } from './outcome'

const folder = process.env.FACES_DIR
const left = folder ? '' : ' (left out: FACES_DIR is not set)'

const NOBODY = new Float32Array(1)

let engine: FaceEngine
beforeAll(async () => {
  engine = await createFaceEngine({ queueLimit: 1000, waitMs: 600_000, timeoutMs: 600_000 })
})
afterAll(() => engine.close())

const turned = (picture: Buffer, degrees: number) =>
  sharp(picture).rotate(degrees).jpeg({ quality: 95 }).toBuffer()

async function picturesOf(...path: string[]): Promise<Buffer[]> {
  const root = join(folder ?? '', ...path)
  const names = (await readdir(root, { recursive: true })).filter((name) => /\.(jpg|png)$/.test(name))
  return Promise.all(names.sort().map((name) => readFile(join(root, name))))
}

/** How often pictures were answered with what. */
async function answers(pictures: readonly Buffer[]): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  for (const outcome of await Promise.all(pictures.map((picture) => outcomeOf(engine, picture)))) {
    counts.set(outcome, (counts.get(outcome) ?? 0) + 1)
  }
  return counts
}

describe.skipIf(!folder)(`selfies that lie${left}`, () => {
  let pictures: Buffer[]
  beforeAll(async () => {
    const all = [await picturesOf('lfw'), await picturesOf('alike'), await picturesOf('turns')]
    pictures = all.flat()
  })

  it('nobody who stands upright is missed, or asked to turn the picture', async () => {
    const counts = await answers(pictures)
    expect(pictures).toHaveLength(360)
    for (const code of ['face.none', 'face.upside_down', 'face.lies_left', 'face.lies_right'])
      expect(counts.get(code)).toBeUndefined()
  })

  it('on the head: all are refused, and told why where one person is in the picture', async () => {
    const counts = await answers(await Promise.all(pictures.map((picture) => turned(picture, 180))))
    expect(counts.get('ok')).toBeUndefined()
    const told = (counts.get('face.upside_down') ?? 0) + (counts.get('face.several') ?? 0)
    expect(told).toBe(pictures.length)
    expect(counts.get('face.several') ?? 0).toBeLessThan(10)
  })

  it.each([
    [90, 'face.lies_right'],
    [270, 'face.lies_left'],
  ])(
    'on the side, turned by %i degrees: none passes, nearly all are told why, and which way to turn it',
    async (degrees, code) => {
      const some = pictures.filter((_, i) => i % 2 === 0)
      const counts = await answers(await Promise.all(some.map((picture) => turned(picture, degrees))))
      expect(counts.get('ok')).toBeUndefined()
      const told = (counts.get(code) ?? 0) + (counts.get('face.several') ?? 0)
      expect(told / some.length).toBeGreaterThan(0.97)
    },
  )

  it('a face on its head has the vector of the same face upright', async () => {
    for (const picture of pictures.filter((_, i) => i % 40 === 0)) {
      const [upright, lying] = await Promise.all([
        engine.describe(picture),
        engine.describe(await turned(picture, 180)),
      ])
      expect(cosine(upright?.vector ?? NOBODY, lying?.vector ?? NOBODY)).toBeGreaterThan(0.9)
    }
  })
})

describe('group photos that lie', () => {
  const photos: [string, () => Promise<Buffer>][] = [1, 3, 5].map((n) => [
    `sample${n}`,
    () => readFile(demoPhoto(n)),
  ])
  const rollCall = (person: string) => () =>
    readFile(join(folder ?? '', 'group', 'roll-call', person, 'test_group.jpg'))
  if (folder)
    for (const person of ['person04', 'person05', 'person09']) photos.push([person, rollCall(person)])

  it.each(photos)(
    '%s: the same people, each by a vector of their own, whichever way it lies',
    async (_, read) => {
      const photo = await read()
      const { faces } = await engine.readGroup(photo)
      for (const degrees of [90, 180, 270]) {
        const lying = await engine.readGroup(await turned(photo, degrees))
        expect(lying.faces, `${degrees} degrees`).toHaveLength(faces.length)
        for (const { vector } of lying.faces) {
          const alike = faces.map((face) => cosine(face.vector ?? NOBODY, vector ?? NOBODY))
          expect(Math.max(...alike)).toBeGreaterThan(0.9)
        }
      }
    },
  )
})
