import sharp, { type OverlayOptions } from 'sharp'
import { portrait, type Sitter } from '../../test/support/sample-portraits'

const SITTERS: Sitter[] = ['anna', 'annaAgain', 'berta', 'clara', 'dora']
/** Heights of the faces as shares of their cell, from the back row to the front. */
const SHARES = [0.2, 0.24, 0.28, 0.32, 0.38, 0.45]
const WIDTH = 4000
const HEIGHT = 3000

export const GROUP_FACES = SITTERS.length * SHARES.length

/** A photo of 12 megapixels with 30 faces, put together from the photos that come with face-api. */
export async function groupPhoto(): Promise<Buffer> {
  const cell = { width: WIDTH / SITTERS.length, height: HEIGHT / SHARES.length }
  const overlays: OverlayOptions[] = []
  for (const [row, share] of SHARES.entries()) {
    for (const [column, sitter] of SITTERS.entries()) {
      const picture = await portrait(sitter, { share })
      overlays.push({
        input: await sharp(picture).resize(cell.width, cell.height, { fit: 'cover' }).toBuffer(),
        left: column * cell.width,
        top: row * cell.height,
      })
    }
  }
  return sharp({ create: { width: WIDTH, height: HEIGHT, channels: 3, background: '#777' } })
    .composite(overlays)
    .jpeg({ quality: 92 })
    .toBuffer()
}
