import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { FRAMES_A_SECOND, SECONDS } from './door-limits'

const WIDTH = 960
const HEIGHT = 540
/**
 * How large a portrait of LFW is when its person comes into the picture, by how many walk together: so that they fill
 * it, because bare wall around a portrait looks to presentation-attack detection like what it is, something cut out.
 */
const FAR: Record<number, number> = { 1: 640, 2: 500, 3: 400 }
/** How much larger it is when they leave it. */
const NEARER = 1.12
/** Room outside the picture, into which portraits reach. */
const OUTSIDE = 400
const GROUPS = [1, 3, 2, 2, 3, 1, 2, 2, 3, 1]

/** Somebody who walks past: what they are shown by, and whether they are enrolled. */
export interface Walker {
  name: string
  picture: string
  enrolled: boolean
}

/** One frame: what the camera sees, and where whose face is. */
export interface Scene {
  jpeg: Buffer
  group: number
  walkers: { walker: Walker; x: number }[]
}

/** People of a folder of FACES_DIR, by their pictures in order. */
export function peopleOf(folder: string): { name: string; pictures: string[] }[] {
  const facesDir = process.env.FACES_DIR
  if (!facesDir)
    throw new Error('Set FACES_DIR to the folder of test faces: people walk past by their pictures')
  const dir = join(facesDir, folder)
  return readdirSync(dir)
    .sort()
    .map((name) => ({
      name,
      pictures: readdirSync(join(dir, name))
        .sort()
        .map((file) => join(dir, name, file)),
    }))
}

/**
 * A portrait without its edges, because presentation-attack detection takes a pasted rectangle for a picture of a
 * picture, as bright as the light is where its person walks.
 */
async function cutOut(picture: string, side: number, light: number): Promise<Buffer> {
  const spread = side * 0.05
  const mask = `<svg width="${side}" height="${side}"><defs><filter id="b" x="-50%" y="-50%" width="200%" height="200%">
    <feGaussianBlur stdDeviation="${spread}"/></filter></defs>
    <ellipse cx="${side / 2}" cy="${side / 2}" rx="${side / 2 - 2 * spread}" ry="${side / 2 - spread}" fill="white" filter="url(#b)"/></svg>`
  return sharp(picture)
    .resize(side, side)
    .modulate({ brightness: light })
    .ensureAlpha()
    .composite([{ input: await sharp(Buffer.from(mask)).png().toBuffer(), blend: 'dest-in' }])
    .png()
    .toBuffer()
}

/** One frame of a group that is so far on its way, from 0 to 1. */
async function scene(walkers: readonly Walker[], group: number, way: number): Promise<Scene> {
  const side = Math.round((FAR[walkers.length] ?? 400) * (1 + (NEARER - 1) * way))
  const placed = walkers.map((walker, i) => {
    const sway = Math.sin(way * 9 + i * 2) * 14 + (way - 0.5) * 70
    return { walker, x: Math.round((WIDTH * (i + 0.5)) / walkers.length + sway) }
  })
  const layers = await Promise.all(
    placed.map(async ({ walker, x }, i) => {
      const light = 1 + 0.12 * Math.sin(way * 5 + i)
      const input = await cutOut(walker.picture, side, light)
      const top = Math.round((HEIGHT - side) * (0.3 + 0.2 * Math.sin(way * 12 + i)))
      return { input, left: OUTSIDE + Math.round(x - side / 2), top: OUTSIDE + top }
    }),
  )
  const size = { width: WIDTH + 2 * OUTSIDE, height: HEIGHT + 2 * OUTSIDE }
  const wide = await sharp({ create: { ...size, channels: 3, background: '#8a8f94' } })
    .composite(layers)
    .removeAlpha()
    .raw()
    .toBuffer()
  const jpeg = await sharp(wide, { raw: { ...size, channels: 3 } })
    .extract({ left: OUTSIDE, top: OUTSIDE, width: WIDTH, height: HEIGHT })
    .jpeg({ quality: 85 })
    .toBuffer()
  return { jpeg, group, walkers: placed }
}

/** Everybody in groups of one to three, in order. */
function inGroups(walkers: readonly Walker[]): Walker[][] {
  const groups: Walker[][] = []
  for (let at = 0; at < walkers.length; ) {
    const size = GROUPS[groups.length % GROUPS.length] ?? 1
    groups.push(walkers.slice(at, at + size))
    at += size
  }
  return groups
}

/** Every frame of the minute, group after group, each on its way for the same time. */
export async function scenesOf(walkers: readonly Walker[]): Promise<Scene[]> {
  const groups = inGroups(walkers)
  const frames = SECONDS * FRAMES_A_SECOND
  const scenes: Scene[] = []
  for (let frame = 0; frame < frames; frame++) {
    const along = (frame * groups.length) / frames
    const group = Math.floor(along)
    scenes.push(await scene(groups[group] ?? [], group, along - group))
  }
  return scenes
}
