import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { portrait, type Sitter } from './sample-portraits'

const HEIGHT = 480
const PORTRAIT_WIDTH = 640
/** Pixels over which one person's surroundings turn into those of the next: an edge looks like a picture held up. */
const BLEND = 40

/** Nothing on the left, all of it from twice the blend on. */
const fromTheLeft = (width: number) =>
  Buffer.from(`<svg width="${width}" height="${HEIGHT}"><defs><linearGradient id="g">
    <stop offset="0" stop-color="white" stop-opacity="0"/><stop offset="${(2 * BLEND) / width}" stop-color="white"/>
    </linearGradient></defs><rect width="${width}" height="${HEIGHT}" fill="url(#g)"/></svg>`)

async function layer(who: Sitter, i: number, room: number, share: number) {
  const width = Math.min(PORTRAIT_WIDTH, room + 2 * BLEND)
  const alone = sharp(await portrait(who, { share }))
    .extract({ left: Math.round((PORTRAIT_WIDTH - width) / 2), top: 0, width, height: HEIGHT })
    .ensureAlpha()
  if (i > 0) alone.composite([{ input: fromTheLeft(width), blend: 'dest-in' }])
  return {
    input: await alone.png().toBuffer(),
    left: Math.round(i * room + (room - width) / 2) + BLEND,
    top: 0,
  }
}

/**
 * A JPEG of a door with these people side by side, each with so many pixels of room; `share` is the height of a face
 * against the picture's, and grows as people come nearer.
 */
export async function doorPicture(who: readonly Sitter[], share: number, room = 480): Promise<Buffer> {
  const width = room * Math.max(1, who.length)
  const layers = await Promise.all(who.map((sitter, i) => layer(sitter, i, room, share)))
  const wide = await sharp({
    create: { width: width + 2 * BLEND, height: HEIGHT, channels: 3, background: '#8a8f94' },
  })
    .composite(layers)
    .png()
    .toBuffer()
  return sharp(wide).extract({ left: BLEND, top: 0, width, height: HEIGHT }).jpeg({ quality: 92 }).toBuffer()
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

const STEPS = 6
const FRAMES_A_STEP = 20
const EMPTY_FRAMES = 60

/** What a camera shows at 30 frames a second: people side by side who come nearer for four seconds, then nobody for two. */
export async function walkingPictures(who: readonly Sitter[]): Promise<string[]> {
  const dir = await mkdtemp(join(tmpdir(), 'clockface-door-'))
  const keep = async (name: string, picture: Buffer) => {
    const path = join(dir, name)
    await writeFile(path, picture)
    return path
  }
  const room = Math.floor(PORTRAIT_WIDTH / Math.max(1, who.length))
  const empty = await keep('empty.jpg', await doorPicture([], 0.32, PORTRAIT_WIDTH))
  const steps = await Promise.all(
    Array.from({ length: STEPS }, async (_, step) =>
      keep(`${step}.jpg`, await doorPicture(who, 0.32 + 0.012 * step, room)),
    ),
  )
  return [
    ...steps.flatMap((path) => Array<string>(FRAMES_A_STEP).fill(path)),
    ...Array<string>(EMPTY_FRAMES).fill(empty),
  ]
}
