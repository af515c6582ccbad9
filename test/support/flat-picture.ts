import type { Pixels } from '@/domain/face/resample'
import { drawTriangle, type Vertex } from './triangles'

/** How somebody holds a picture before a camera: degrees about its upright and its level axis. */
export interface HeldPicture {
  turn?: number
  tilt?: number
  /** Radius in pixels to which it is bent about its upright axis, its middle towards the camera; flat without. */
  bend?: number
}

const STEP = 8
/** How far away the camera is, in pixels of the picture: about four faces. */
const DISTANCE = 900

/** What a camera sees of a picture that is held up: a plane or a piece of a cylinder in perspective, on black. */
export function heldPicture(picture: Pixels, { turn = 0, tilt = 0, bend }: HeldPicture): Pixels {
  const middle = { x: picture.width / 2, y: picture.height * 0.48 }
  const [sinTurn, cosTurn] = [Math.sin((turn * Math.PI) / 180), Math.cos((turn * Math.PI) / 180)]
  const [sinTilt, cosTilt] = [Math.sin((tilt * Math.PI) / 180), Math.cos((tilt * Math.PI) / 180)]
  const place = (column: number, row: number): Vertex => {
    const fromX = Math.min(picture.width, column * STEP)
    const fromY = Math.min(picture.height, row * STEP)
    const angle = bend ? (fromX - middle.x) / bend : 0
    const x = bend ? bend * Math.sin(angle) : fromX - middle.x
    const y = fromY - middle.y
    const z = bend ? bend * (1 - Math.cos(angle)) : 0
    const turnedX = x * cosTurn - z * sinTurn
    const turnedZ = z * cosTurn + x * sinTurn
    const depth = turnedZ * cosTilt - y * sinTilt
    const scale = DISTANCE / (DISTANCE + depth)
    return {
      x: middle.x + turnedX * scale,
      y: middle.y + (y * cosTilt + turnedZ * sinTilt) * scale,
      z: depth,
      fromX,
      fromY,
    }
  }
  const out: Pixels = { ...picture, data: new Uint8Array(picture.data.length) }
  const nearest = new Float32Array(picture.width * picture.height).fill(Number.POSITIVE_INFINITY)
  for (let row = 0; row * STEP < picture.height; row++) {
    for (let column = 0; column * STEP < picture.width; column++) {
      const [a, b] = [place(column, row), place(column + 1, row)]
      const [c, d] = [place(column, row + 1), place(column + 1, row + 1)]
      drawTriangle(picture, out, nearest, [a, b, c])
      drawTriangle(picture, out, nearest, [b, d, c])
    }
  }
  return out
}
