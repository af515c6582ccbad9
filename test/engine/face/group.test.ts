import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createFaceEngine, type FaceEngine, type GroupPhoto } from '@/server/face/face-engine'
import { demoPhoto, portrait } from '../../support/sample-portraits'
import { type FaceSource, lfwFiles, mosaic, type PastedFace } from './mosaic'

const folder = process.env.FACES_DIR
const hardInputs = process.env.HARD_INPUTS_DIR
const without = (name: string, value: string | undefined) => (value ? '' : ` (left out: ${name} is not set)`)

let engine: FaceEngine
beforeAll(async () => {
  engine = await createFaceEngine({ queueLimit: 1000, waitMs: 600_000, timeoutMs: 600_000 })
})
afterAll(() => engine.close())

const readGroup = async (path: string) => engine.readGroup(await readFile(path))

describe('photos whose faces were counted by eye', () => {
  it.each([
    [1, 3],
    [2, 3],
    [3, 3],
    [4, 4],
    [5, 5],
    [6, 4],
  ])('sample%i shows %i', async (n, faces) => {
    expect((await readGroup(demoPhoto(n))).faces).toHaveLength(faces)
  })

  describe.skipIf(!folder)(`of stages, stairs and sofas${without('FACES_DIR', folder)}`, () => {
    it.each<[string, number]>([
      ['roll-call/person01/test_group.jpg', 4],
      ['roll-call/person02/test_group.jpg', 4],
      ['roll-call/person03/test_group.jpg', 6],
      ['roll-call/person04/test_group.jpg', 5],
      ['roll-call/person05/test_group.jpg', 9],
      ['roll-call/person06/test_group.jpg', 5],
      ['roll-call/person07/test_group.jpg', 5],
      ['roll-call/person09/test_group.jpg', 5],
      ['roll-call/person10/test_group.jpg', 8],
      ['roll-call/person11/test_group.jpg', 7],
      ['roll-call/person12/test_group.jpg', 6],
      ['roll-call/person13/test_group.jpg', 4],
      ['big-bang/bbt1.jpg', 4],
      ['big-bang/bbt2.jpg', 3],
      ['big-bang/bbt3.jpg', 5],
      ['big-bang/bbt4.jpg', 6],
      ['big-bang/bbt5.jpg', 5],
    ])('%s shows %i', async (photo, faces) => {
      expect((await readGroup(join(folder ?? '', 'group', photo))).faces).toHaveLength(faces)
    })
  })
})

/** Whether a face was found where one was pasted, about as large. */
function isFound({ x, y, eyes }: PastedFace, { faces }: GroupPhoto): boolean {
  return faces.some(
    ({ box, eyeDistance }) =>
      x > box.x &&
      x < box.x + box.width &&
      y > box.y &&
      y < box.y + box.height &&
      eyeDistance > 0.6 * eyes &&
      eyeDistance < 1.6 * eyes,
  )
}

const SIZES = [15, 17, 20, 25, 30, 40, 50, 60]

describe.skipIf(!folder)(`faces of LFW among real things${without('FACES_DIR', folder)}`, () => {
  let sources: FaceSource[]
  beforeAll(async () => {
    const described = await Promise.all(
      (await lfwFiles(folder ?? '', 4)).map(async (file) => {
        const face = await engine.describe(await readFile(file))
        return face ? [{ file, side: 250, eyes: face.quality.eyeDistance }] : []
      }),
    )
    sources = described.flat()
  })

  const missed: PastedFace[] = []
  let pasted = 0
  it.each<[string, number, number, number, number, number[]]>([
    ['1 megapixel', 1224, 816, 0, 40, [15, 17, 20, 25]],
    ['1 megapixel, all as small as can be', 1224, 816, 40, 80, [15]],
    ['12 megapixels', 4000, 3000, 0, 100, SIZES],
    ['12 megapixels, all as small as can be', 4032, 3024, 0, 240, [15]],
    ['48 megapixels', 8000, 6000, 0, 240, SIZES],
  ])('%s: no more faces than there are', async (_, width, height, from, to, eyeDistances) => {
    const { jpeg, faces } = await mosaic(folder ?? '', {
      width,
      height,
      sources: sources.slice(from, to),
      eyeDistances,
    })
    const photo = await engine.readGroup(jpeg)
    expect(photo).toMatchObject({ width, height })
    pasted += faces.length
    const lost = faces.filter((face) => !isFound(face, photo))
    missed.push(...lost)
    expect(photo.faces.length).toBeLessThanOrEqual(faces.length - lost.length)
  })

  it('99 of 100 faces with 15 pixels or more between the eyes are found', () => {
    expect(pasted).toBe(660)
    expect(missed.length / pasted).toBeLessThanOrEqual(0.01)
  })
})

describe('each face', () => {
  it('comes largest first, with a vector of unit length and a small square picture', async () => {
    const { faces } = await readGroup(demoPhoto(5))
    const areas = faces.map(({ box }) => box.width * box.height)
    expect(areas).toEqual([...areas].sort((a, b) => b - a))
    for (const { vector, crop, quality, eyeDistance } of faces) {
      expect(Math.hypot(...(vector ?? []))).toBeCloseTo(1, 4)
      expect(eyeDistance).toBeCloseTo(quality.eyeDistance, 3)
      expect(Buffer.isBuffer(crop)).toBe(true)
      const { format, width, height, exif } = await sharp(crop).metadata()
      expect({ format, width, height, exif }).toEqual({ format: 'jpeg', width: 192, height: 192 })
    }
  })

  it('that is too small or too blurred is there without a vector', async () => {
    const person = await portrait('clara')
    const small = await sharp(person).resize(64).toBuffer()
    const tiny = await engine.readGroup(
      await sharp({ create: { width: 400, height: 300, channels: 3, background: '#555' } })
        .composite([{ input: small, left: 100, top: 100 }])
        .png()
        .toBuffer(),
    )
    const blurred = await engine.readGroup(await sharp(person).blur(7).toBuffer())
    for (const { faces } of [tiny, blurred]) {
      expect(faces).toHaveLength(1)
      expect(faces[0]?.vector).toBeNull()
    }
  })

  it('turned to one side is refused to nobody', async () => {
    const { faces } = await readGroup(demoPhoto(2))
    expect(faces.every(({ vector }) => vector !== null)).toBe(true)
  })
})

describe('what a photo may be', () => {
  it.each([
    ['zero bytes', Buffer.alloc(0), 'picture.unreadable'],
    ['text', Buffer.from('no picture'), 'picture.unreadable'],
  ])('%s: %s', async (_, bytes, code) => {
    await expect(engine.readGroup(bytes)).rejects.toMatchObject({ code })
  })

  it('60 megapixels are refused', async () => {
    const large = await sharp({ create: { width: 10_000, height: 6000, channels: 3, background: '#777' } })
      .jpeg()
      .toBuffer()
    await expect(engine.readGroup(large)).rejects.toMatchObject({ code: 'picture.too_many_pixels' })
  })

  it.skipIf(!hardInputs)(
    `48 megapixels of nothing hold no face, and take less than 500 MB${without('HARD_INPUTS_DIR', hardInputs)}`,
    async () => {
      const picture = await readFile(join(hardInputs ?? '', 'plain_48mpx.jpg'))
      const before = process.memoryUsage.rss()
      let most = before
      const watch = setInterval(() => {
        most = Math.max(most, process.memoryUsage.rss())
      }, 5)
      const { width, height, faces } = await engine.readGroup(picture)
      clearInterval(watch)
      expect({ width, height, faces }).toEqual({ width: 8000, height: 6000, faces: [] })
      expect((most - before) / 1e6).toBeLessThan(500)
    },
  )
})

it.each([1, 2])('a selfie waits behind one group photo at most, with %i workers', async (workers) => {
  const own = await createFaceEngine({ workers, waitMs: 60_000, timeoutMs: 60_000 })
  const selfie = await portrait('anna')
  const group = await readFile(demoPhoto(6))
  const done: string[] = []
  const note = (name: string) => () => done.push(name)
  const groups = [1, 2, 3].map((n) => own.readGroup(group).then(note(`group ${n}`)))
  const selfies = [1, 2].map((n) => own.readSelfie(selfie).then(note(`selfie ${n}`)))
  await Promise.all([...groups, ...selfies])
  expect(done.indexOf('selfie 1')).toBeLessThan(done.indexOf('group 2'))
  expect(done.indexOf('selfie 2')).toBeLessThan(done.indexOf('group 3'))
  if (workers > 1) expect(done.indexOf('selfie 2')).toBeLessThan(done.indexOf('group 1'))
  await own.close()
})
