import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import sharp from 'sharp'
import { headAndShoulders } from '@/domain/face/head-and-shoulders'
import { type Stance, turnableHead } from './turned-head'

const demo = join(
  dirname(createRequire(import.meta.url).resolve('@vladmandic/face-api/package.json')),
  'demo',
)

/** One of the six photos of three to five people that come with face-api. */
export const demoPhoto = (n: number) => join(demo, `sample${n}.jpg`)

interface Place {
  photo: string
  /** Middle of the face and its height from forehead to chin, in pixels of the photo. */
  x: number
  y: number
  height: number
  /** Degrees by which the photo is turned so that the eyes are level. */
  turn: number
}

/**
 * People of the photos that come with face-api, by the names that tests give them. Anna is there twice (retail-0095: her
 * two pictures .72, the nearest two strangers .20). The camera takes a picture of each of them by itself.
 */
const places = {
  anna: { photo: 'sample1.jpg', x: 1578, y: 325, height: 222, turn: -44.5 },
  annaAgain: { photo: 'sample3.jpg', x: 1186, y: 373, height: 259, turn: -11.9 },
  berta: { photo: 'sample5.jpg', x: 473, y: 1033, height: 271, turn: 6.5 },
  clara: { photo: 'sample5.jpg', x: 1201, y: 335, height: 208, turn: 2 },
  dora: { photo: 'sample3.jpg', x: 697, y: 476, height: 246, turn: 0 },
} satisfies Record<string, Place>

export type Sitter = keyof typeof places

export interface PortraitOptions {
  /** Height of the face against the picture's: .45 is a good selfie, .2 too small. */
  share?: number
  /** Factor of the brightness: .1 is too dark. */
  brightness?: number
  /** Where the face is, in shares of the picture's width and height from its middle. */
  shift?: { x: number; y: number }
  /** How the head is turned, which makes another picture of the same photo; unturned it is the photo as it is. */
  stance?: Stance
}

const WIDTH = 640
const HEIGHT = 480

/**
 * A JPEG of 640 by 480 as a camera would see that person alone: whoever stands beside is blurred away without an edge,
 * because presentation-attack detection takes a pasted rectangle for a picture of a picture.
 */
export async function portrait(who: Sitter, options: PortraitOptions = {}): Promise<Buffer> {
  const { share = 0.45, shift = { x: 0, y: 0 }, stance } = options
  const facing = await facingPortrait(who, options)
  if (!stance) return facing
  const { data, info } = await sharp(facing).raw().toBuffer({ resolveWithObject: true })
  const { width, height } = info
  const face = { x: WIDTH * (0.5 + shift.x), y: HEIGHT * (0.48 + shift.y), height: share * HEIGHT }
  const drawn = (await turnableHead({ data: new Uint8Array(data), width, height }, face))(stance)
  return sharp(drawn.data, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 95 })
    .toBuffer()
}

async function facingPortrait(who: Sitter, options: PortraitOptions): Promise<Buffer> {
  const { share = 0.45, brightness = 1, shift = { x: 0, y: 0 } } = options
  const place: Place = places[who]
  const scale = (share * HEIGHT) / place.height
  const centre = { x: WIDTH * (0.5 + shift.x), y: HEIGHT * (0.48 + shift.y) }
  const scene = await cutOut(place, scale, centre)
  const mask = Buffer.from(
    headAndShoulders({ width: WIDTH, height: HEIGHT }, { ...centre, height: share * HEIGHT }),
  )
  const person = await sharp(scene)
    .ensureAlpha()
    .composite([{ input: await sharp(mask).png().toBuffer(), blend: 'dest-in' }])
    // Cameras sharpen; these photos were made to be soft.
    .sharpen({ sigma: 1.2, m1: 2, m2: 4 })
    .png()
    .toBuffer()
  const alone = await sharp(scene)
    .blur(40)
    .composite([{ input: person }])
    .png()
    .toBuffer()
  return sharp(alone).linear(brightness, 0).jpeg({ quality: 95 }).toBuffer()
}

/** The photo turned about the face's middle, which comes to lie at `centre`; mirrored where it ends. */
async function cutOut({ photo, x, y, turn }: Place, scale: number, centre: { x: number; y: number }) {
  const reach = Math.ceil((Math.hypot(WIDTH, HEIGHT) * 0.85) / scale)
  const extended = await sharp(join(demo, photo))
    .extend({ top: reach, bottom: reach, left: reach, right: reach, extendWith: 'mirror' })
    .png({ compressionLevel: 0 })
    .toBuffer()
  const turned = await sharp(extended)
    .extract({ left: x, top: y, width: 2 * reach, height: 2 * reach })
    .rotate(turn)
    .png({ compressionLevel: 0 })
    .toBuffer({ resolveWithObject: true })
  return sharp(turned.data)
    .extract({
      left: Math.round(turned.info.width / 2 - centre.x / scale),
      top: Math.round(turned.info.height / 2 - centre.y / scale),
      width: Math.round(WIDTH / scale),
      height: Math.round(HEIGHT / scale),
    })
    .resize(WIDTH, HEIGHT, { fit: 'fill' })
    .png()
    .toBuffer()
}
