import type { Box, Point } from './geometry'
import { type Similarity, transformPoint } from './similarity-transform'

/** FaceMesh's points, of which each vertex index means one place on the face. */
export const MESH_POINTS = 468

/** Share by which the detector's box grows to the square that FaceMesh expects. */
export const MESH_CROP = 1.5

const LEFT_EYE_OUTER = 33
const LEFT_EYE_INNER = 133
const RIGHT_EYE_INNER = 362
const RIGHT_EYE_OUTER = 263
const NOSE_TIP = 1
const NOSE_BASE = 2
const MOUTH_LEFT = 61
const MOUTH_RIGHT = 291
const CHEEK_LEFT = 234
const CHEEK_RIGHT = 454

/** The mesh in picture pixels: x, y of each of the 468 points, one after another. */
export type Mesh = Float32Array

/** Puts the model's points (x, y, z in crop pixels) into the picture. */
export function meshInPicture(raw: ArrayLike<number>, toPicture: Similarity): Mesh {
  const mesh = new Float32Array(MESH_POINTS * 2)
  for (let i = 0; i < MESH_POINTS; i++) {
    const p = transformPoint(toPicture, { x: raw[i * 3] ?? 0, y: raw[i * 3 + 1] ?? 0 })
    mesh[i * 2] = p.x
    mesh[i * 2 + 1] = p.y
  }
  return mesh
}

const at = (mesh: Mesh, i: number): Point => ({ x: mesh[i * 2] ?? 0, y: mesh[i * 2 + 1] ?? 0 })
const middle = (p: Point, q: Point): Point => ({ x: (p.x + q.x) / 2, y: (p.y + q.y) / 2 })

/** Eye centres, nose tip, mouth corners; left and right as the viewer sees them. */
export function fivePoints(mesh: Mesh): [Point, Point, Point, Point, Point] {
  return [
    middle(at(mesh, LEFT_EYE_OUTER), at(mesh, LEFT_EYE_INNER)),
    middle(at(mesh, RIGHT_EYE_INNER), at(mesh, RIGHT_EYE_OUTER)),
    at(mesh, NOSE_TIP),
    at(mesh, MOUTH_LEFT),
    at(mesh, MOUTH_RIGHT),
  ]
}

/** dlib's five points: outer and inner corner of one eye, of the other, and the base of the nose. */
export function dlibPoints(mesh: Mesh): Point[] {
  return [RIGHT_EYE_OUTER, RIGHT_EYE_INNER, LEFT_EYE_OUTER, LEFT_EYE_INNER, NOSE_BASE].map((i) => at(mesh, i))
}

/** The middles of the outer edges of the cheeks, left first as the viewer sees them. */
export function cheeks(mesh: Mesh): [Point, Point] {
  return [at(mesh, CHEEK_LEFT), at(mesh, CHEEK_RIGHT)]
}

/** The smallest upright box around the mesh. */
export function meshBox(mesh: Mesh): Box {
  let left = Number.POSITIVE_INFINITY
  let top = Number.POSITIVE_INFINITY
  let right = Number.NEGATIVE_INFINITY
  let bottom = Number.NEGATIVE_INFINITY
  for (let i = 0; i < mesh.length; i += 2) {
    const x = mesh[i] ?? 0
    const y = mesh[i + 1] ?? 0
    if (x < left) left = x
    if (x > right) right = x
    if (y < top) top = y
    if (y > bottom) bottom = y
  }
  return { x: left, y: top, width: right - left, height: bottom - top }
}

/** Angle of the line of the eyes in radians, 0 when level, positive when the right one in the picture is lower. */
export function eyeAngle([left, right]: readonly [Point, Point, ...Point[]]): number {
  return Math.atan2(right.y - left.y, right.x - left.x)
}

/** Share of the mesh's points that lie inside a picture of this size, 0 to 1. */
export function shareInside(mesh: Mesh, width: number, height: number): number {
  let inside = 0
  for (let i = 0; i < mesh.length; i += 2) {
    const x = mesh[i] ?? -1
    const y = mesh[i + 1] ?? -1
    if (x >= 0 && y >= 0 && x <= width && y <= height) inside++
  }
  return inside / (mesh.length / 2)
}
