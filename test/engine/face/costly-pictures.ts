import { join } from 'node:path'
import sharp from 'sharp'

/**
 * Makes small files that cost much to decode, in the folder named by the first argument. A program of its own, because
 * what making them takes would hide what reading them takes.
 */
const flat = (width: number, height: number, channels: 3 | 4 = 3) =>
  sharp({ create: { width, height, channels, background: { r: 120, g: 90, b: 60, alpha: 0.5 } } })

const pictures = {
  'flat-40.avif': flat(6300, 6300).avif({ effort: 0 }),
  'flat-12.avif': flat(4000, 3000).avif({ effort: 0 }),
  'interlaced-16-bit-40.png': flat(6300, 6300, 4)
    .toColourspace('rgb16')
    .png({ progressive: true, compressionLevel: 1 }),
  'progressive-444-40.jpg': flat(6300, 6300).jpeg({ progressive: true, chromaSubsampling: '4:4:4' }),
  'wide-16-bit-40.png': flat(60_000, 660, 4).toColourspace('rgb16').png({ compressionLevel: 1 }),
  'lossless-40.webp': flat(6300, 6300).webp({ lossless: true, effort: 0 }),
  'flat-40.gif': flat(6300, 6300).gif({ effort: 1 }),
  'sequential-40.jpg': flat(6300, 6300).jpeg(),
  'sequential-40.png': flat(6300, 6300).png({ compressionLevel: 1 }),
  'lossy-40.webp': flat(6300, 6300).webp({ effort: 0 }),
  'progressive-12.jpg': flat(4000, 3000).jpeg({ progressive: true }),
  'progressive-444-12.jpg': flat(4000, 3000).jpeg({ progressive: true, chromaSubsampling: '4:4:4' }),
  'interlaced-12.png': flat(4000, 3000).png({ progressive: true, compressionLevel: 1 }),
  '16-bit-12.png': flat(4000, 3000, 4).toColourspace('rgb16').png({ compressionLevel: 1 }),
  'lossless-12.webp': flat(4000, 3000).webp({ lossless: true, effort: 0 }),
  'flat-6.avif': flat(2900, 2000).avif({ effort: 0 }),
}

const [folder = '.'] = process.argv.slice(2)
for (const [name, picture] of Object.entries(pictures)) await picture.toFile(join(folder, name))
