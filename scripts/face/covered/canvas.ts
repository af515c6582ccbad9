import type { Point } from '../../../src/domain/face/geometry'
import type { Mesh } from '../../../src/domain/face/landmarks'

/** Numbers from 0 to 1, always the same ones for a seed. */
export function dice(seed: number) {
  let state = seed
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
  return {
    chance: (share: number) => next() < share,
    between: (low: number, high: number) => low + next() * (high - low),
    pick: <T>(items: readonly [T, ...T[]]): T => items[Math.floor(next() * items.length)] ?? items[0],
  }
}
export type Dice = ReturnType<typeof dice>

/** The edge of the face from one temple over the chin to the other, in FaceMesh's points. */
export const EDGE = [
  234, 93, 132, 58, 172, 136, 150, 149, 176, 148, 152, 377, 400, 378, 379, 365, 397, 288, 361, 323, 454,
]

/** A face to draw over. */
export interface Canvas {
  mesh: Mesh
  roll: Dice
  /** From the bridge of the nose to the chin, and the direction of it. */
  length: number
  down: Point
}

export const pointOf = (mesh: Mesh, i: number): Point => ({ x: mesh[2 * i] ?? 0, y: mesh[2 * i + 1] ?? 0 })

/** A curve through the middles of the sides of a polygon. */
export function smooth(points: readonly Point[]): string {
  const at = (i: number): Point => points[i % points.length] ?? { x: 0, y: 0 }
  const middle = (i: number) => `${(at(i).x + at(i + 1).x) / 2} ${(at(i).y + at(i + 1).y) / 2}`
  const curves = points.map((_, i) => `Q${at(i + 1).x} ${at(i + 1).y} ${middle(i + 1)}`)
  return `M${middle(0)}${curves.join('')}Z`
}
