import sharp from 'sharp'
import type { Point } from '../../../src/domain/face/geometry'
import { fivePoints, type Mesh } from '../../../src/domain/face/landmarks'
import { beard } from './beards'
import { type Canvas, type Dice, EDGE, pointOf, smooth } from './canvas'

export const coverings = ['surgical', 'cloth', 'scarf', 'hand'] as const
/** What is drawn: something over mouth and nose, a mask worn under the chin, dark glasses, or a beard. */
export type Drawing = (typeof coverings)[number] | 'chin' | 'glasses' | 'beard'

/** Upper edges of masks, from right to left. */
const UPPER: [number[], ...number[][]] = [
  [346, 347, 197, 118, 117],
  [346, 347, 6, 118, 117],
  [280, 347, 195, 118, 50],
  [280, 330, 5, 101, 50],
  [425, 426, 4, 206, 205],
  [346, 197, 117],
]
const UNDER_LIP = [379, 377, 199, 148, 150]
const [NOSE, CHIN, BRIDGE, BETWEEN_BROWS] = [1, 152, 6, 9]
const COLOURS = [
  ...['#ffffff', '#f4f6f8', '#dfe9ee', '#a9d3e6', '#8cc7e0', '#6fb5d8', '#c9e6df', '#8fd0c0', '#111111'],
  ...['#1c1c1e', '#2a2a2a', '#444', '#777', '#aaa', '#f3b8c4', '#e78aa0', '#c22', '#922', '#234', '#347'],
  ...['#3a5', '#eed', '#d8c3a5', '#b58', '#fa3'],
] as unknown as [string, ...string[]]

/** The picture with something drawn over the face; `texture` is another picture, parts of which become cloth. */
export async function drawOver(
  picture: Buffer,
  mesh: Mesh,
  what: Drawing,
  { roll, texture }: { roll: Dice; texture: Buffer },
): Promise<Buffer> {
  const { width = 0, height = 0 } = await sharp(picture).metadata()
  const bridge = pointOf(mesh, BRIDGE)
  const chin = pointOf(mesh, CHIN)
  const length = Math.hypot(chin.x - bridge.x, chin.y - bridge.y)
  const down = { x: (chin.x - bridge.x) / length, y: (chin.y - bridge.y) / length }
  const canvas: Canvas = { mesh, roll, length, down }
  const svg = (content: string) =>
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${content}</svg>`,
    )
  if (what === 'glasses') return drawn(picture, [svg(glasses(canvas))])
  if (what === 'beard') return drawn(picture, [svg(beard(canvas))])
  if (what === 'hand') return drawn(picture, [svg(hand(canvas, await skinOf(picture, canvas)))])
  const cloth = clothOf(canvas, what)
  if (what === 'chin' || roll.chance(0.65)) return drawn(picture, [svg(cloth.filled)])
  const patch = await sharp(texture)
    .extract(await patchOf(texture, roll))
    .resize(width, height, { fit: 'fill' })
    .blur(roll.between(0.4, 6))
    .ensureAlpha()
    .composite([{ input: await sharp(svg(cloth.shape)).png().toBuffer(), blend: 'dest-in' }])
    .png()
    .toBuffer()
  return drawn(picture, [patch, svg(cloth.folds)])
}

const drawn = (picture: Buffer, layers: Buffer[]) =>
  sharp(picture)
    .composite(layers.map((input) => ({ input })))
    .jpeg({ quality: 92 })
    .toBuffer()

async function patchOf(texture: Buffer, roll: Dice) {
  const { width = 0, height = 0 } = await sharp(texture).metadata()
  const side = Math.round(Math.min(width, height) * roll.between(0.12, 0.3))
  return {
    left: Math.round((width - side) * roll.between(0, 1)),
    top: height - side,
    width: side,
    height: side,
  }
}

function outline({ mesh, roll, length, down }: Canvas, what: Drawing): Point[] {
  const cut = what === 'chin' ? 5 : roll.pick([0, 0, 1, 1, 2])
  const scarf = what === 'scarf'
  const longer = scarf ? roll.between(0.15, 0.9) : what === 'chin' ? 0.2 : roll.between(-0.03, 0.25)
  const wider = scarf ? roll.between(1.05, 1.4) : roll.between(0.97, 1.1)
  const nose = pointOf(mesh, NOSE)
  const edge = EDGE.slice(cut, EDGE.length - cut)
  const lower = edge.map((index, i) => {
    const p = pointOf(mesh, index)
    const hang = longer * length * Math.sin((Math.PI * i) / (edge.length - 1))
    return { x: nose.x + (p.x - nose.x) * wider + down.x * hang, y: p.y + down.y * hang }
  })
  const upper = what === 'chin' ? UNDER_LIP : roll.pick(UPPER)
  const shift = what === 'chin' ? 0.05 * length : 0
  return [
    ...lower,
    ...upper.map((i) => {
      const p = pointOf(mesh, i)
      return {
        x: p.x + down.x * shift + roll.between(-0.02, 0.02) * length,
        y: p.y + down.y * shift + roll.between(-0.02, 0.02) * length,
      }
    }),
  ]
}

function clothOf(canvas: Canvas, what: Drawing) {
  const { mesh, roll, length } = canvas
  const path = smooth(outline(canvas, what))
  const colour = roll.pick(COLOURS)
  const line = (a: Point, b: Point, stroke: string, opacity: number) =>
    `<path d="M${a.x} ${a.y}L${b.x} ${b.y}" stroke="${stroke}" stroke-opacity="${opacity}" stroke-width="${length * roll.between(0.008, 0.025)}"/>`
  const along = (a: number, b: number, t: number) => {
    const [p, q] = [pointOf(mesh, a), pointOf(mesh, b)]
    return { x: p.x + (q.x - p.x) * t, y: p.y + (q.y - p.y) * t }
  }
  const pleats = what === 'surgical' || roll.chance(0.3) ? roll.pick([2, 3, 4]) : 0
  const inner = Array.from({ length: pleats }, (_, i) => (i + 1) / (pleats + 1)).map((t) =>
    line(along(93, 172, t), along(323, 397, t), roll.pick(['#000', '#567', '#fff']), roll.between(0.15, 0.5)),
  )
  if (roll.chance(0.25)) inner.push(line(pointOf(mesh, 197), pointOf(mesh, CHIN), '#000', 0.35))
  if (roll.chance(0.2)) {
    const p = pointOf(mesh, roll.pick([205, 425]))
    inner.push(
      `<circle cx="${p.x}" cy="${p.y}" r="${length * roll.between(0.04, 0.1)}" fill="${roll.pick(COLOURS)}"/>`,
    )
  }
  const straps =
    what !== 'scarf' && what !== 'chin' && roll.chance(0.7)
      ? line(pointOf(mesh, 93), along(NOSE, 127, 1.08), colour, 0.9) +
        line(pointOf(mesh, 323), along(NOSE, 356, 1.08), colour, 0.9)
      : ''
  const k = length * roll.between(0.03, 0.14)
  const second = roll.pick(COLOURS)
  const pattern = roll.chance(0.2)
    ? `<pattern id="p" width="${k}" height="${k}" patternUnits="userSpaceOnUse" patternTransform="rotate(${roll.between(0, 90)})"><rect width="${k}" height="${k}" fill="${colour}"/><rect width="${k / 2}" height="${k / 2}" fill="${second}"/></pattern>`
    : ''
  const defs = `<defs>${pattern}<clipPath id="c"><path d="${path}"/></clipPath><filter id="b"><feGaussianBlur stdDeviation="${Math.max(0.3, length * roll.between(0.002, 0.02))}"/></filter><linearGradient id="s" x1="${roll.between(0, 1)}" y1="0" x2="${roll.between(0, 1)}" y2="1"><stop offset="0" stop-color="#fff" stop-opacity="${roll.between(0, 0.25)}"/><stop offset="1" stop-opacity="${roll.between(0, 0.45)}"/></linearGradient></defs>`
  const hem = roll.chance(0.3)
    ? `<path d="${path}" fill="none" stroke="${second}" stroke-width="${length * 0.03}"/>`
    : ''
  const folds = `<g clip-path="url(#c)">${inner.join('')}</g><path d="${path}" fill="url(#s)"/>${hem}`
  return {
    shape: `${defs}<path filter="url(#b)" d="${path}"/>`,
    folds: `${defs}${folds}${straps}`,
    filled: `${defs}<g filter="url(#b)"><path d="${path}" fill="${pattern ? 'url(#p)' : colour}"/>${folds}</g>${straps}`,
  }
}

async function skinOf(picture: Buffer, { mesh, length }: Canvas): Promise<number[]> {
  const { width = 0, height = 0 } = await sharp(picture).metadata()
  const { x, y } = pointOf(mesh, BETWEEN_BROWS)
  const side = Math.max(4, Math.round(length * 0.12))
  const inside = (value: number, end: number) =>
    Math.round(Math.max(0, Math.min(end - side, value - side / 2)))
  const { channels } = await sharp(
    await sharp(picture)
      .extract({ left: inside(x, width), top: inside(y, height), width: side, height: side })
      .toColourspace('srgb')
      .toBuffer(),
  ).stats()
  return [0, 1, 2].map((i) => (channels[i] ?? channels[0])?.mean ?? 128)
}

/** Fingers, and the back of a hand, laid over the mouth. */
function hand({ mesh, roll, length }: Canvas, skin: number[]): string {
  const tone = (share: number) => `rgb(${skin.map((v) => Math.round(Math.min(255, v * share))).join(',')})`
  const [mouth, nose] = [pointOf(mesh, 13), pointOf(mesh, 2)]
  const wide = length * roll.between(0.16, 0.24)
  const count = roll.pick([3, 4, 4, 5])
  const fingers = Array.from({ length: count }, (_, i) => {
    const y = (i - (count - 1) / 2) * wide * 1.02 - wide / 2
    return `<rect x="${-length * roll.between(0.5, 0.8)}" y="${y}" width="${length * roll.between(1.1, 1.7)}" height="${wide}" rx="${wide / 2}" fill="${tone(roll.between(0.85, 1.1))}" stroke="${tone(0.55)}" stroke-width="${length * 0.012}"/>`
  })
  const back = `<rect x="${length * 0.3}" y="${-count * wide * 0.55}" width="${length * 1.2}" height="${count * wide * 1.1}" rx="${wide * 0.6}" fill="${tone(0.95)}"/>`
  return `<g transform="translate(${(mouth.x + nose.x) / 2} ${(mouth.y + nose.y) / 2}) rotate(${roll.between(-60, 60)})">${fingers.join('')}${back}</g>`
}

function glasses({ mesh, roll }: Canvas): string {
  const [left, right] = fivePoints(mesh)
  const apart = Math.hypot(right.x - left.x, right.y - left.y)
  const glass = ({ x, y }: Point) =>
    `<ellipse cx="${x}" cy="${y + apart * 0.05}" rx="${apart * 0.36}" ry="${apart * roll.between(0.22, 0.32)}" fill="#111" fill-opacity="${roll.between(0.7, 1)}"/>`
  return glass(left) + glass(right)
}

/** The picture as an old print of it: grey and soft. */
export const aged = (picture: Buffer, roll: Dice): Promise<Buffer> =>
  sharp(picture)
    .grayscale()
    .toColourspace('srgb')
    .blur(roll.between(0.8, 2))
    .jpeg({ quality: Math.round(roll.between(50, 92)) })
    .toBuffer()

/** The picture as another camera, another light or another program would have left it. */
export async function varied(picture: Buffer, roll: Dice): Promise<Buffer> {
  const { width = 0 } = await sharp(picture).metadata()
  let image = sharp(picture)
  if (roll.chance(0.3)) image = image.grayscale()
  if (roll.chance(0.5))
    image = image.modulate({ brightness: roll.between(0.6, 1.35), saturation: roll.between(0.5, 1.4) })
  if (roll.chance(0.3)) image = image.blur(roll.between(0.4, 1.6))
  if (roll.chance(0.5)) image = image.flop()
  if (roll.chance(0.4)) image = image.resize(Math.round(width * roll.between(0.7, 2.2)))
  const encoded = await image.jpeg({ quality: Math.round(roll.between(50, 95)) }).toBuffer()
  if (roll.chance(0.6)) return encoded
  return sharp(encoded)
    .rotate(roll.between(-20, 20), { background: roll.pick(COLOURS) })
    .jpeg({ quality: 92 })
    .toBuffer()
}
