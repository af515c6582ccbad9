import sharp from 'sharp'
import { expect } from 'vitest'

/** Pictures carry nothing but the picture. */
export async function expectBare(picture: Buffer) {
  const { exif, iptc, xmp, comments } = await sharp(picture).metadata()
  expect([exif, iptc, xmp, comments]).toEqual([undefined, undefined, undefined, undefined])
}
