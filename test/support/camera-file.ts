import { rm, writeFile } from 'node:fs/promises'
import sharp from 'sharp'

const WIDTH = 640
const HEIGHT = 480

/**
 * Writes what a played camera shows, for Chromium's `--use-file-for-fake-video-capture`: JPEGs of one size one after
 * another, shown in turn, 30 a second, and from the start again. Name a picture as often as it should be shown; one of
 * another shape is fitted in on black. Throws when `out` does not end in .mjpeg.
 */
export async function cameraFile({ pictures, out }: { pictures: string[]; out: string }): Promise<string> {
  if (!out.endsWith('.mjpeg')) throw new Error('Chromium plays the file only when its name ends in .mjpeg')
  const frames = new Map<string, Buffer>()
  for (const picture of pictures) {
    if (frames.has(picture)) continue
    const frame = await sharp(picture)
      .rotate()
      .resize(WIDTH, HEIGHT, { fit: 'contain', background: '#000' })
      .toColourspace('srgb')
      .jpeg({ quality: 95, chromaSubsampling: '4:2:0' })
      .toBuffer()
    frames.set(picture, frame)
  }
  await rm(out, { force: true })
  await writeFile(out, Buffer.concat(pictures.map((picture) => frames.get(picture) ?? Buffer.alloc(0))))
  return out
}
