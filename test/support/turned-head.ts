import type { Point } from '@/domain/face/geometry'
import type { Pixels } from '@/domain/face/resample'
import { faceRelief, type Relief } from './face-relief'
import { drawTriangle, type Vertex } from './triangles'

/** How a head is held: degrees to the person's own left and upwards, and how many times as near. */
export interface Stance {
  left?: number
  up?: number
  nearer?: number
}

/** Distance between the points of the net that is laid over the picture, in pixels. */
const STEP = 4
/** Reach of the head against the height of its face, across and along, and where what is behind it stands still. */
const HEAD = { x: 0.75, y: 0.85, still: 1.9 }
/** Squared pixels that blur the depth: the edge of the mesh would tear otherwise. */
const BLUR = 100
/** The edge of the picture never moves. */
const EDGE = 48

/** A picture of a person made to turn their head: the picture as a net with depth, drawn anew for each stance. */
export async function turnableHead(picture: Pixels, face: Point & { height: number }) {
  const relief = await faceRelief(picture, face)
  const columns = Math.ceil(picture.width / STEP) + 1
  const rows = Math.ceil(picture.height / STEP) + 1
  const net = Array.from({ length: columns * rows }, (_, i) => {
    const x = Math.min(picture.width, (i % columns) * STEP)
    const y = Math.min(picture.height, Math.floor(i / columns) * STEP)
    return { x, y, z: depthAt(relief, x, y), follows: shareOfHead(picture, face, x, y) }
  })

  return (stance: Stance): Pixels => {
    const place = placing(relief, face, stance)
    const placed = net.map(place)
    const out: Pixels = { ...picture, data: new Uint8Array(picture.data.length) }
    const nearest = new Float32Array(picture.width * picture.height).fill(Number.POSITIVE_INFINITY)
    for (let row = 0; row + 1 < rows; row++) {
      for (let column = 0; column + 1 < columns; column++) {
        const at = row * columns + column
        const [a, b, c, d] = [at, at + 1, at + columns, at + columns + 1].map((i) => placed[i])
        if (!a || !b || !c || !d) continue
        drawTriangle(picture, out, nearest, [a, b, c])
        drawTriangle(picture, out, nearest, [b, d, c])
      }
    }
    return out
  }
}

/** Depth by inverse distance to FaceMesh's points: beside the face it stays that of its edge. */
function depthAt({ points }: Relief, x: number, y: number): number {
  let sum = 0
  let weights = 0
  for (let i = 0; i < points.length; i += 3) {
    const squared = (x - (points[i] ?? 0)) ** 2 + (y - (points[i + 1] ?? 0)) ** 2
    const weight = 1 / (squared + BLUR) ** 2
    sum += weight * (points[i + 2] ?? 0)
    weights += weight
  }
  return sum / weights
}

const smooth = (t: number) => {
  const s = Math.max(0, Math.min(1, t))
  return s * s * (3 - 2 * s)
}

/** 1 on the head, 0 far from it and at the picture's edge. */
function shareOfHead({ width, height }: Pixels, face: Point & { height: number }, x: number, y: number) {
  const away = Math.hypot((x - face.x) / (HEAD.x * face.height), (y - face.y) / (HEAD.y * face.height))
  const edge = Math.min(x, y, width - x, height - y) / EDGE
  return smooth((HEAD.still - away) / (HEAD.still - 1)) * smooth(edge)
}

/** Where each point of the net comes to lie: turned about the head's pivot, seen from far away, then brought nearer. */
function placing({ pivot }: Relief, face: Point, { left = 0, up = 0, nearer = 1 }: Stance) {
  const [sinLeft, cosLeft] = [Math.sin((left * Math.PI) / 180), Math.cos((left * Math.PI) / 180)]
  const [sinUp, cosUp] = [Math.sin((up * Math.PI) / 180), Math.cos((up * Math.PI) / 180)]
  return ({ x, y, z, follows }: Point & { z: number; follows: number }): Vertex => {
    const dx = x - pivot.x
    const dy = y - pivot.y
    const dz = z - pivot.z
    // The nose stands before the pivot (dz below 0), so it goes to the right of the picture, the person's left.
    const turnedX = dx * cosLeft - dz * sinLeft
    const turnedZ = dz * cosLeft + dx * sinLeft
    const turnedY = dy * cosUp + turnedZ * sinUp
    const depth = turnedZ * cosUp - dy * sinUp
    const movedX = x + follows * (pivot.x + turnedX - x)
    const movedY = y + follows * (pivot.y + turnedY - y)
    return {
      x: face.x + (movedX - face.x) * nearer,
      y: face.y + (movedY - face.y) * nearer,
      z: depth,
      fromX: x,
      fromY: y,
    }
  }
}
