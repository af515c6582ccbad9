import { mkdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { portrait, type Sitter } from './sample-portraits'
import { type Stance, turnableHead } from './turned-head'

/** Height of the face against the picture's: room is left for coming closer. */
const SHARE = 0.4
const WIDTH = 640
const HEIGHT = 480
const FACE = { x: WIDTH * 0.5, y: HEIGHT * 0.48, height: SHARE * HEIGHT }

/** How far the photos' people must turn to look into the camera: they were not taken for this. */
const straight = { anna: 9, annaAgain: 0, berta: -7, clara: 18, dora: 20 } satisfies Record<Sitter, number>

const poses: Stance[] = [{ left: 28 }, { left: -28 }, { up: 27 }, { nearer: 1.38 }]

/** Pictures in which somebody stands still, or moves into a pose and out of it; 30 are shown in a second. */
const STILL = 40
const POSE = 30
const MOVE = 12

const folder = join(tmpdir(), 'clockface-turning')
const made = new Map<Sitter, Promise<string[]>>()

/**
 * The pictures, in the order in which a camera shows them, of a person who turns the head left and right, looks up and
 * comes closer, and faces the camera in between: whatever a challenge asks for can be done before it. A photo drawn over
 * the mesh of its face, so it needs no pictures from elsewhere.
 */
export function turningPictures(who: Sitter): Promise<string[]> {
  const making = made.get(who) ?? make(who)
  made.set(who, making)
  return making
}

/** A JPEG of somebody in one pose; nothing given, they face the camera. */
export async function posed(who: Sitter): Promise<(stance: Stance) => Promise<Buffer>> {
  const { data, info } = await sharp(await portrait(who, { share: SHARE }))
    .raw()
    .toBuffer({ resolveWithObject: true })
  const head = await turnableHead(
    { data: new Uint8Array(data), width: info.width, height: info.height },
    FACE,
  )
  return ({ left = 0, up = 0, nearer = 1 }) => {
    const drawn = head({ left: left + straight[who], up, nearer })
    return sharp(drawn.data, { raw: { width: drawn.width, height: drawn.height, channels: 3 } })
      .jpeg({ quality: 95 })
      .toBuffer()
  }
}

async function make(who: Sitter): Promise<string[]> {
  await mkdir(folder, { recursive: true })
  const draw = await posed(who)
  const picture = async (name: string, stance: Stance) => {
    const path = join(folder, `${process.pid}-${who}-${name}.jpg`)
    await writeFile(path, await draw(stance))
    return path
  }
  const still = await picture('still', {})
  const shown: string[] = []
  for (const [p, pose] of poses.entries()) {
    const way: string[] = []
    for (let i = 1; i <= MOVE; i++) way.push(await picture(`${p}-${i}`, part(pose, i / MOVE)))
    const there = way.at(-1) ?? still
    shown.push(
      ...Array<string>(STILL).fill(still),
      ...way,
      ...Array<string>(POSE).fill(there),
      ...way.reverse(),
    )
  }
  return shown
}

/** A pose on the way, begun and ended gently. */
function part({ left = 0, up = 0, nearer = 1 }: Stance, share: number): Stance {
  const s = share * share * (3 - 2 * share)
  return { left: left * s, up: up * s, nearer: 1 + (nearer - 1) * s }
}
