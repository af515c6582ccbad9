import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createFaceEngine, type FaceEngine } from '@/server/face/face-engine'
import { outcomeOf } from './outcome'

const folder = process.env.HARD_INPUTS_DIR
const title = `pictures that break naive code${folder ? '' : ' (left out: HARD_INPUTS_DIR is not set)'}`

const FOUND = 'ok'
const UNREADABLE = 'picture.unreadable'
const TOO_MANY = 'picture.too_many_pixels'

const answers: [file: string, answer: string | RegExp][] = [
  ['face_ok.jpg', FOUND],
  ['face_progressive.jpg', FOUND],
  ['face_cmyk.jpg', FOUND],
  ['face_gray.jpg', FOUND],
  ['face.png', FOUND],
  ['face.webp', FOUND],
  ['face.avif', FOUND],
  ['face_exif_gps.jpg', FOUND],
  ['face_exif_orientation_3.jpg', FOUND],
  ['face_exif_orientation_6.jpg', FOUND],
  ['face_animated.gif', FOUND],
  ['jpeg_then_html_polyglot.jpg', FOUND],
  ['face_rotated_90_noexif.jpg', 'face.lies_left'],
  ['face_truncated_50pc.jpg', UNREADABLE],
  ['face_truncated_90pc.jpg', UNREADABLE],
  ['zero_bytes.jpg', UNREADABLE],
  ['text_as_jpg.jpg', UNREADABLE],
  ['svg_as_jpg.jpg', UNREADABLE],
  ['header_2147483647x1.png', UNREADABLE],
  ['bomb_20000x20000_1bit.png', TOO_MANY],
  ['bomb_12000x12000_rgb.png', TOO_MANY],
  ['plain_48mpx.jpg', TOO_MANY],
  ['face_8px.jpg', 'face.none'],
  ['black.jpg', 'face.none'],
]

describe.skipIf(!folder)(title, () => {
  let engine: FaceEngine
  let before: number
  const read = (file: string) => readFile(join(folder ?? '', file))

  beforeAll(async () => {
    engine = await createFaceEngine({ workers: 1 })
    await engine.readSelfie(await read('face_ok.jpg'))
    before = process.memoryUsage.rss()
  })
  afterAll(() => engine.close())

  it.each(answers)('%s is answered with %s within 5 seconds', async (file, answer) => {
    const bytes = await read(file)
    const start = performance.now()
    const outcome = await outcomeOf(engine, bytes)
    expect(performance.now() - start).toBeLessThan(5000)
    expect(outcome).toMatch(answer)
  })

  it('all of them together, inspected too, do not let the process grow by 200 MB', async () => {
    for (const [file] of answers) await engine.inspect(await read(file)).catch(() => null)
    const grown = (process.memoryUsage.rss() - before) / 1e6
    expect(grown).toBeLessThan(200)
  })

  it('48 megapixels of nothing, within the limit for groups, hold no face', async () => {
    const { width, height, faces } = await engine.inspect(await read('plain_48mpx.jpg'))
    expect({ width, height, faces }).toEqual({ width: 8000, height: 6000, faces: [] })
  })

  it.each(['face_exif_gps.jpg', 'jpeg_then_html_polyglot.jpg', 'face_exif_orientation_6.jpg'])(
    'nothing but upright pixels is kept of %s',
    async (file) => {
      const result = await engine.readSelfie(await read(file))
      if (!result.ok) throw new Error(result.problem)
      for (const kept of [result.selfie.photo, result.selfie.snapshot]) {
        const { exif, icc, iptc, xmp, orientation, format } = await sharp(kept).metadata()
        expect({ exif, icc, iptc, xmp, orientation, format }).toEqual({ format: 'jpeg' })
        expect(kept.includes('<html')).toBe(false)
      }
      expect(await sharp(result.selfie.photo).metadata()).toMatchObject({ width: 512, height: 640 })
    },
  )

  it('a face that an EXIF note turns is the same person as the upright one', async () => {
    const [upright, turned] = await Promise.all(
      ['face_ok.jpg', 'face_exif_orientation_3.jpg'].map(async (file) => engine.describe(await read(file))),
    )
    const dot = upright?.vector.reduce((sum, x, i) => sum + x * (turned?.vector[i] ?? 0), 0)
    expect(dot).toBeGreaterThan(0.95)
  })
})
