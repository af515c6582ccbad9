import 'server-only'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import sharp, { type Raw } from 'sharp'
import { headAndShoulders } from '@/domain/face/head-and-shoulders'
import { inTheRoom, type SampleFace, type SamplePlace, sampleFaces, strangers } from './sample-faces'

/** Another look at one photo: what the seed enrols, and what stands in for a camera. */
interface View {
  /** Height of the face, as a share of the picture's. */
  share: number
  turn: number
  brightness: number
}

const enrolled: [View, View] = [
  { share: 0.46, turn: 0, brightness: 1 },
  { share: 0.42, turn: -5, brightness: 1.15 },
]
const onScreen: View = { share: 0.42, turn: 1, brightness: 1.04 }
const beforeCamera: View = { share: 0.45, turn: 3, brightness: 0.92 }

const size = { width: 640, height: 480 }
/** How far blurring reaches, in pixels of a picture that is ten times smaller. */
const BLUR = 4
const COLUMNS = 4

const sampleFile = (photo: number) =>
  join(process.cwd(), 'node_modules/@vladmandic/face-api/demo', `sample${photo}.jpg`)

/** Whether the photo of this person is installed. */
export const hasSample = (face: SampleFace): boolean =>
  sampleFaces[face].every(({ photo }) => existsSync(sampleFile(photo)))

/** Whether the photos of the room are installed. */
export const hasRoomPhoto = (): boolean =>
  inTheRoom.every(hasSample) && strangers.every(({ photo }) => existsSync(sampleFile(photo)))

/** Two JPEGs of a person: of two photos where there are two, else two views of the one. */
export function enrolmentPortraits(face: SampleFace): Promise<[Buffer, Buffer]> {
  const [first, second = first]: SamplePlace[] = sampleFaces[face]
  if (!first || !second) throw new RangeError(`${face} is in no photo`)
  return Promise.all([portrait(first, enrolled[0]), portrait(second, enrolled[1])])
}

/** A JPEG of the person that none of those is. */
export function cameraPortrait(face: SampleFace): Promise<Buffer> {
  const [first]: SamplePlace[] = sampleFaces[face]
  if (!first) throw new RangeError(`${face} is in no photo`)
  return portrait(first, beforeCamera)
}

/** A JPEG of a wall of screens on which most of the people are, beside two whom nobody knows. */
export async function roomPhoto(): Promise<Buffer> {
  const known = inTheRoom.flatMap((face) => sampleFaces[face].slice(0, 1))
  const places = [...known.slice(0, 4), ...strangers.slice(0, 1), ...known.slice(4), ...strangers.slice(1)]
  const heads = await Promise.all(places.map((place) => portrait(place, onScreen)))
  const rows = Math.ceil(heads.length / COLUMNS)
  return sharp({
    create: { width: size.width * COLUMNS, height: size.height * rows, channels: 3, background: '#222' },
  })
    .composite(
      heads.map((input, index) => ({
        input,
        left: (index % COLUMNS) * size.width,
        top: Math.floor(index / COLUMNS) * size.height,
      })),
    )
    .jpeg({ quality: 92 })
    .toBuffer()
}

const drawn = new Map<string, Promise<Buffer>>()

/** Each picture is drawn once a process: they are few and small. */
function portrait(place: SamplePlace, view: View): Promise<Buffer> {
  const key = JSON.stringify([place, view])
  const drawing = drawn.get(key) ?? draw(place, view)
  drawn.set(key, drawing)
  return drawing
}

/**
 * That person alone as a camera would show them: whoever stands beside is blurred away without an edge, because
 * presentation-attack detection takes a pasted rectangle for a picture of a picture.
 */
async function draw(place: SamplePlace, { share, turn, brightness }: View): Promise<Buffer> {
  const scene = await cutOut({ ...place, turn: place.turn + turn }, share)
  const person = await sharp(scene.data, scene)
    .ensureAlpha()
    .composite([{ input: await maskFor(share * size.height), blend: 'dest-in' }])
    // Cameras sharpen; these photos were made to be soft.
    .sharpen({ sigma: 1.2, m1: 2, m2: 4 })
    .png({ compressionLevel: 0 })
    .toBuffer()
  const blurred = await sharp(scene.data, scene)
    .resize(size.width / 10, size.height / 10)
    .blur(BLUR)
    .png({ compressionLevel: 0 })
    .toBuffer()
  const alone = await sharp(blurred)
    .resize(size.width, size.height, { fit: 'fill' })
    .composite([{ input: person }])
    .png({ compressionLevel: 0 })
    .toBuffer()
  return sharp(alone).linear(brightness, 0).jpeg({ quality: 92 }).toBuffer()
}

/** The photo turned about the face's middle, which comes to lie in the picture's; mirrored where it ends. */
async function cutOut({ photo, x, y, height, turn }: SamplePlace, share: number) {
  const scale = (share * size.height) / height
  const cut = { width: Math.round(size.width / scale), height: Math.round(size.height / scale) }
  const square = await around(photo, { x, y }, Math.ceil(Math.hypot(cut.width, cut.height) * 0.55))
  const turned = await sharp(square.data, square).rotate(turn).raw().toBuffer({ resolveWithObject: true })
  const middle = (whole: number, part: number) => Math.round((whole - part) / 2)
  return withRaw(
    await sharp(turned.data, withRaw(turned))
      .extract({
        left: middle(turned.info.width, cut.width),
        top: middle(turned.info.height, cut.height),
        ...cut,
      })
      .resize(size.width, size.height, { fit: 'fill' })
      .raw()
      .toBuffer({ resolveWithObject: true }),
  )
}

/** A square of the photo; what lies outside of it is mirrored. */
async function around(photo: number, { x, y }: { x: number; y: number }, reach: number) {
  const { width, height } = await sharp(sampleFile(photo)).metadata()
  const wanted = { left: x - reach, top: y - reach, right: x + reach, bottom: y + reach }
  const left = Math.max(0, wanted.left)
  const top = Math.max(0, wanted.top)
  const right = Math.min(width, wanted.right)
  const bottom = Math.min(height, wanted.bottom)
  return withRaw(
    await sharp(sampleFile(photo))
      .extract({ left, top, width: right - left, height: bottom - top })
      .extend({
        left: left - wanted.left,
        top: top - wanted.top,
        right: wanted.right - right,
        bottom: wanted.bottom - bottom,
        extendWith: 'mirror',
      })
      .raw()
      .toBuffer({ resolveWithObject: true }),
  )
}

function withRaw({ data, info }: { data: Buffer; info: Raw }) {
  const { width, height, channels } = info
  return { data, raw: { width, height, channels } }
}

const masks = new Map<number, Promise<Buffer>>()

/** Drawing the soft edges takes longer than all the rest, and there are three heights. */
function maskFor(face: number): Promise<Buffer> {
  const drawn =
    masks.get(face) ??
    sharp(Buffer.from(headAndShoulders(size, { x: size.width / 2, y: size.height / 2, height: face })))
      .png({ compressionLevel: 0 })
      .toBuffer()
  masks.set(face, drawn)
  return drawn
}
