import sharp from 'sharp'
import { portrait, type Sitter } from './sample-portraits'

/** Width and height that each person has of a frame. */
const WIDTH = 480
const HEIGHT = 480

/** A frame of a door with these people side by side, as far on their way as `share` says. */
export async function doorPicture(who: readonly Sitter[], share = 0.4): Promise<Buffer> {
  const layers = await Promise.all(
    who.map(async (sitter, i) => {
      const alone = await portrait(sitter, { share })
      const input = await sharp(alone).extract({ left: 80, top: 0, width: WIDTH, height: HEIGHT }).toBuffer()
      return { input, left: i * WIDTH, top: 0 }
    }),
  )
  const width = WIDTH * Math.max(1, who.length)
  return sharp({ create: { width, height: HEIGHT, channels: 3, background: '#8a8f94' } })
    .composite(layers)
    .jpeg({ quality: 92 })
    .toBuffer()
}

const made = new Map<string, Promise<Buffer>>()

/** The same as a form for `kiosks.door`; each picture is made once a run. */
export async function doorForm(who: readonly Sitter[], share: number, memory?: string): Promise<FormData> {
  const key = JSON.stringify([who, share])
  const making = made.get(key) ?? doorPicture(who, share)
  made.set(key, making)
  const form = new FormData()
  form.append('frame', new Blob([new Uint8Array(await making)], { type: 'image/jpeg' }))
  if (memory) form.append('memory', memory)
  return form
}
