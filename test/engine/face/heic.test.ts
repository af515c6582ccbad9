import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createFaceEngine, type FaceEngine } from '@/server/face/face-engine'
import { isHeic } from '@/server/face/heic'
import { errorLine } from '@/server/words/sentences'
import { portrait } from '../../support/sample-portraits'
import { face } from './command-line'
import { outcomeOf } from './outcome'

const folder = process.env.FACES_DIR

/** The first box of a picture file: its own brand, then others that it keeps to. */
function firstBox(...brands: string[]): Buffer {
  const [own = '', ...others] = brands
  const box = Buffer.from(`0000ftyp${own}0000${others.join('')}`, 'latin1')
  box.writeUInt32BE(box.length, 0)
  return Buffer.concat([box, Buffer.alloc(64)])
}

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
})

describe('a picture in a container of that kind', () => {
  let engine: FaceEngine
  beforeAll(async () => {
    engine = await createFaceEngine({ workers: 1 })
  })
  afterAll(() => engine.close())

  it('is read where it is AVIF', async () => {
    expect(
      await outcomeOf(
        engine,
        await sharp(await portrait('clara'))
          .avif()
          .toBuffer(),
      ),
    ).toBe('ok')
  })

  describe.skipIf(!folder)(`as HEIC${folder ? '' : ' (left out: FACES_DIR is not set)'}`, () => {
    it.each(['face.heic', 'IMG_4848.jpg'])('%s is named for what it is, with what to do', async (name) => {
      const path = join(folder ?? '', 'phone', name)
      const picture = await readFile(path)
      expect(await outcomeOf(engine, picture)).toBe('picture.heic')
      for (const ask of [engine.inspect, engine.describe, engine.readGroup]) {
        await expect(ask(picture)).rejects.toMatchObject({ code: 'picture.heic' })
      }
      const { code, err } = await face('inspect', path)
      expect(code).not.toBe(0)
      expect(err).toContain(errorLine('picture.heic'))
      expect(err).toMatch(/HEIC.*JPEG.*Most compatible/)
    })
  })
})
