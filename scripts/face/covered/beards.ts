import type { Point } from '../../../src/domain/face/geometry'
import { type Canvas, EDGE, pointOf, smooth } from './canvas'

/** Hair as it grows and fades. */
const HAIR = ['#0d0b0a', '#241a14', '#3b2a1e', '#5b3f28', '#7d5a3a', '#a8793f', '#b9b2aa', '#d9d5cf'] as [
  string,
  ...string[],
]
/** Where a moustache begins, left to right: under the nose and beside it. */
const UNDER_NOSE = [165, 98, 2, 327, 391]
/** The upper lip, right to left. */
const UPPER_LIP = [270, 0, 40]
/** Upper edges of beards, right to left: below the cheekbones, or around the mouth alone. */
const FULL_BEARD = [411, 287, 17, 57, 187]
const ROUND_THE_MOUTH = [291, 17, 61]
const [MOUTH_LEFT, MOUTH_RIGHT, LIP] = [61, 291, 0]

const along = (p: Point, direction: Point, by: number): Point => ({
  x: p.x + direction.x * by,
  y: p.y + direction.y * by,
})

function moustache({ mesh, roll, length, down }: Canvas): string {
  const hang = roll.between(-0.04, 0.16) * length
  const wide = roll.between(-0.2, 0.5)
  const lip = pointOf(mesh, LIP)
  const tip = (corner: number) => {
    const p = pointOf(mesh, corner)
    return along({ x: p.x + (p.x - lip.x) * wide, y: p.y + (p.y - lip.y) * wide }, down, hang)
  }
  const over = roll.between(-0.02, 0.2) * length
  return smooth([
    tip(MOUTH_LEFT),
    ...UNDER_NOSE.map((i) => pointOf(mesh, i)),
    tip(MOUTH_RIGHT),
    ...UPPER_LIP.map((i) => along(pointOf(mesh, i), down, over)),
  ])
}

function beardBelow({ mesh, roll, length, down }: Canvas): string {
  const full = roll.chance(0.6)
  const cut = full ? roll.pick([2, 3, 4]) : 8
  const edge = EDGE.slice(cut, EDGE.length - cut)
  const longer = roll.between(0, full ? 0.5 : 0.3) * length
  const lower = edge.map((index, i) =>
    along(pointOf(mesh, index), down, longer * Math.sin((Math.PI * (i + 0.5)) / edge.length)),
  )
  return smooth([...lower, ...(full ? FULL_BEARD : ROUND_THE_MOUTH).map((i) => pointOf(mesh, i))])
}

/** Many thin lines, most of them downwards, over all of the lower face; the shape cuts them. */
function hairs({ mesh, roll, length, down }: Canvas): string {
  const middle = along(pointOf(mesh, LIP), down, 0.15 * length)
  const across = { x: -down.y, y: down.x }
  return Array.from({ length: 260 }, () => {
    const side = roll.between(-0.9, 0.9) * length
    const from = along(along(middle, across, side), down, roll.between(-0.4, 0.8) * length)
    const to = along(
      along(from, across, (side > 0 ? 1 : -1) * roll.between(-0.02, 0.08) * length),
      down,
      0.12 * length,
    )
    const tone = roll.chance(0.5) ? '#000' : '#fff'
    return `<path d="M${from.x} ${from.y}L${to.x} ${to.y}" stroke="${tone}" stroke-opacity="${roll.between(0.05, 0.3)}" stroke-width="${length * roll.between(0.005, 0.018)}"/>`
  }).join('')
}

/** A moustache, a beard, or both, of one colour: hair covers a mouth as cloth does, but is no covering. */
export function beard(canvas: Canvas): string {
  const { roll, length } = canvas
  const shapes = [moustache(canvas), ...(roll.chance(0.5) ? [beardBelow(canvas)] : [])]
  const paths = shapes.map((d) => `<path d="${d}"/>`).join('')
  const soft = `<filter id="f"><feGaussianBlur stdDeviation="${Math.max(0.4, length * roll.between(0.008, 0.035))}"/></filter>`
  const shape = `<mask id="m"><g fill="#fff" filter="url(#f)">${paths}</g></mask>`
  const colour = `<rect width="100%" height="100%" fill="${roll.pick(HAIR)}" fill-opacity="${roll.between(0.65, 1)}"/>`
  return `<defs>${soft}${shape}</defs><g mask="url(#m)">${colour}${hairs(canvas)}</g>`
}
