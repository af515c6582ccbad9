import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cosine } from '@/domain/face/matching'
import { createFaceEngine, type FaceEngine } from '@/server/face/face-engine'
import { isCutOff, isHeic } from '@/server/face/heic'
import { decodeHeic } from '@/server/face/heic-decoder'
import { errorLine } from '@/server/words/sentences'
import { heicPath, heicPicture } from '../../support/heic-pictures'
import { portrait } from '../../support/sample-portraits'
import { face } from './command-line'
import { outcomeOf } from './outcome'

const folder = process.env.FACES_DIR
const NOBODY = new Float32Array(1)

/** The first box of a picture file: its own brand, then others that it keeps to. */
function firstBox(...brands: string[]): Buffer {
  const [own = '', ...others] = brands
  const box = Buffer.from(`0000ftyp${own}0000${others.join('')}`, 'latin1')
  box.writeUInt32BE(box.length, 0)
  return Buffer.concat([box, Buffer.alloc(64)])
}

/** The same file with another size in its header (`ispe`) than that of what it holds. */
function saying(picture: Buffer, width: number, height: number): Buffer {
  const lie = Buffer.from(picture)
  const at = lie.indexOf('ispe', 0, 'latin1') + 8
  lie.writeUInt32BE(width, at)
  lie.writeUInt32BE(height, at + 4)
  return lie
}

let engine: FaceEngine
beforeAll(async () => {
  engine = await createFaceEngine({ workers: 2 })
  await engine.readSelfie(await portrait('clara'))
})
afterAll(() => engine.close())

describe('what a file says of itself', () => {
  it.each<[string, Buffer, boolean]>([
    ['a telephone’s picture', firstBox('heic', 'mif1', 'heic'), true],
    ['one of more colours', firstBox('heix', 'mif1'), true],
    ['one that names the container first', firstBox('mif1', 'mif1', 'heic'), true],
    ['AVIF', firstBox('avif', 'mif1', 'miaf'), false],
    ['AVIF that names the container first', firstBox('mif1', 'avif', 'miaf'), false],
    ['a film', firstBox('isom', 'mp42'), false],
    ['the word alone', Buffer.from('heic'), false],
    ['nothing', Buffer.alloc(0), false],
  ])('%s: %s', (_, bytes, answer) => {
    expect(isHeic(bytes)).toBe(answer)
  })

  it('a file that ends before its last box does is cut off, at whatever place', async () => {
    const whole = await heicPicture('clara')
    expect(isCutOff(whole)).toBe(false)
    for (const left of [whole.length - 1, whole.length >> 1, 40, 30]) {
      expect(isCutOff(whole.subarray(0, left))).toBe(true)
    }
  })
})

describe('a picture in a container of that kind', () => {
  it('is read where it is AVIF', async () => {
    const picture = await sharp(await portrait('clara'))
      .avif()
      .toBuffer()
    expect(await outcomeOf(engine, picture)).toBe('ok')
  })

  it.each(['clara', 'clara-turned', 'clara-10-bit'] as const)(
    '%s is read as the JPEG that it was made from, upright',
    async (name) => {
      const picture = await heicPicture(name)
      expect(await outcomeOf(engine, picture)).toBe('ok')
      const [seen, known] = await Promise.all([
        engine.describe(picture),
        engine.describe(await portrait('clara')),
      ])
      expect(cosine(seen?.vector ?? NOBODY, known?.vector ?? NOBODY)).toBeGreaterThan(0.9)
      const { width, height, faces } = await engine.readGroup(picture)
      expect({ width, height, faces: faces.length }).toEqual({ width: 480, height: 360, faces: 1 })
      expect(await engine.inspect(picture)).toMatchObject({ width: 480, height: 360 })
    },
  )

  it('three of one burst are read, and so is a selfie beside them', async () => {
    const burst = await Promise.all(
      (['clara', 'clara-turned', 'clara'] as const).map((name) => heicPicture(name)),
    )
    const [read, beside] = await Promise.all([
      engine.readBurst(burst),
      outcomeOf(engine, await portrait('berta')),
    ])
    expect(read.map(({ ok }) => ok)).toEqual([true, true, true])
    expect(beside).toBe('ok')
  })

  it('is read by the command line too', async () => {
    const { code, out } = await face('inspect', heicPath('clara-turned'))
    expect(code).toBe(0)
    expect(out).toMatch(/480.*360/)
  })

  it.skipIf(!folder)(
    `a telephone’s portrait is read by its own name and by another${folder ? '' : ' (left out: FACES_DIR is not set)'}`,
    async () => {
      for (const name of ['face.heic', 'IMG_4848.jpg']) {
        const picture = await readFile(join(folder ?? '', 'phone', name))
        expect(await outcomeOf(engine, picture)).toBe('ok')
        expect((await engine.readGroup(picture)).faces).toHaveLength(1)
      }
    },
  )
})

describe('what cannot be decoded is named for what it is', () => {
  it('a file that is cut off', async () => {
    const whole = await heicPicture('clara')
    for (const share of [0.9, 0.5, 0.02]) {
      const part = whole.subarray(0, Math.round(whole.length * share))
      expect(await outcomeOf(engine, part)).toBe('picture.unreadable')
    }
  })

  it('a stream that is none, with what to do', async () => {
    const whole = await heicPicture('clara')
    const broken = Buffer.from(whole)
    broken.fill(0, broken.indexOf('hvcC', 0, 'latin1') + 4, broken.indexOf('hvcC', 0, 'latin1') + 60)
    expect(await outcomeOf(engine, broken)).toBe('picture.heic')
    expect(errorLine('picture.heic')).toMatch(/HEIC.*JPEG.*Most Compatible/i)
  })

  it('a brand without a picture behind it', async () => {
    expect(await outcomeOf(engine, firstBox('heic', 'mif1'))).not.toBe('ok')
  })

  it('frames of our own page are never HEIC', async () => {
    const picture = await heicPicture('clara')
    await expect(engine.readDoor(picture)).rejects.toMatchObject({ code: 'picture.heic' })
    await expect(engine.readChallenge([picture])).rejects.toMatchObject({ code: 'picture.heic' })
  })
})

/** What was answered, and the most that the process grew by meanwhile, in megabytes. */
async function reading(picture: Buffer) {
  const before = process.memoryUsage.rss()
  let most = before
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss())
  }, 2)
  const start = performance.now()
  const outcome = await outcomeOf(engine, picture)
  const ms = performance.now() - start
  clearInterval(watch)
  return { outcome, grown: (Math.max(most, process.memoryUsage.rss()) - before) / 1e6, ms }
}

describe('what a HEIC picture costs is bounded', () => {
  it('more pixels than telephones make are refused by the header', async () => {
    const { outcome, grown } = await reading(await heicPicture('flat-26'))
    expect(outcome).toBe('picture.too_many_pixels')
    expect(grown).toBeLessThan(30)
  })

  it('so are those of a header that says less than the stream holds', async () => {
    const lie = saying(await heicPicture('flat-26'), 640, 480)
    const { outcome, grown } = await reading(lie)
    expect(outcome).not.toBe('ok')
    expect(grown).toBeLessThan(350)
  })

  it('a picture that takes more memory than the decoder may have is given up, and the next one is decoded', async () => {
    const picture = await heicPicture('flat-24')
    await expect(decodeHeic(picture, 25e6, 100e6)).rejects.toThrow()
    expect(await decodeHeic(picture, 25e6)).toMatchObject({ width: 5712, height: 4284 })
    await expect(decodeHeic(picture, 24e6)).rejects.toThrow()
  })

  it('24 million are read in less than 400 MB, several at once in no more, and what follows is as it was', async () => {
    const picture = await heicPicture('flat-24')
    const { outcome, grown } = await reading(picture)
    expect(outcome).toBe('face.none')
    expect(grown).toBeLessThan(400)
    const before = process.memoryUsage.rss()
    expect(await Promise.all([1, 2, 3].map(() => outcomeOf(engine, picture)))).toEqual(
      Array(3).fill('face.none'),
    )
    expect((process.memoryUsage.rss() - before) / 1e6).toBeLessThan(250)
    expect(await outcomeOf(engine, await portrait('clara'))).toBe('ok')
  })
})
