import type { Point } from './geometry'
import { cheeks, eyeAngle, fivePoints, type Mesh, shareInside } from './landmarks'
import type { FaceQuality } from './quality'

/** Side of the aligned crop on which light and sharpness are measured (retail-0095's). */
const SIZE = 128

/** The face without hair and background, as an ellipse in the aligned crop. */
const OVAL = { x: 64, y: 76, rx: 38, ry: 46 }

/** Weights of red, green, blue in luminance (ITU-R BT.601). */
const LUMA = [0.299, 0.587, 0.114] as const

/** Light and sharpness on an aligned 128 by 128 crop in planes, red green blue, 0 to 255. */
export function measureCrop(crop: Float32Array): Pick<FaceQuality, 'highlight' | 'shadow' | 'sharpness'> {
  const plane = SIZE * SIZE
  const luma = new Float32Array(plane)
  for (let i = 0; i < plane; i++) {
    luma[i] =
      (crop[i] as number) * LUMA[0] +
      (crop[i + plane] as number) * LUMA[1] +
      (crop[i + 2 * plane] as number) * LUMA[2]
  }
  const histogram = new Uint32Array(256)
  let count = 0
  let sum = 0
  let squares = 0
  let across = 0
  let along = 0
  for (let y = OVAL.y - OVAL.ry; y <= OVAL.y + OVAL.ry; y++) {
    const half = Math.floor(OVAL.rx * Math.sqrt(1 - ((y - OVAL.y) / OVAL.ry) ** 2))
    for (let i = y * SIZE + OVAL.x - half; i <= y * SIZE + OVAL.x + half; i++) {
      const v = luma[i] as number
      const dx = 2 * v - (luma[i - 1] as number) - (luma[i + 1] as number)
      const dy = 2 * v - (luma[i - SIZE] as number) - (luma[i + SIZE] as number)
      const bin = Math.min(255, v | 0)
      histogram[bin] = (histogram[bin] as number) + 1
      count++
      sum += v
      squares += v * v
      across += dx * dx
      along += dy * dy
    }
  }
  const variance = squares / count - (sum / count) ** 2
  return {
    highlight: percentile(histogram, count, 0.95),
    shadow: percentile(histogram, count, 0.1),
    // The poorer direction counts, because motion blurs only one. One grey step of variance is noise: without it a
    // flat picture would divide by nothing.
    sharpness: (1000 * Math.min(across, along)) / count / (variance + 1),
  }
}

function percentile(histogram: Uint32Array, count: number, share: number): number {
  let below = 0
  for (let v = 0; v < histogram.length; v++) {
    below += histogram[v] as number
    if (below >= count * share) return v
  }
  return histogram.length - 1
}

/** Where the face looks, how large it is, and whether all of it is in a picture of this size. */
export function measurePose(
  mesh: Mesh,
  { width, height }: { width: number; height: number },
): Pick<FaceQuality, 'eyeDistance' | 'yaw' | 'pitch' | 'roll' | 'inside'> {
  const points = fivePoints(mesh)
  const angle = eyeAngle(points)
  const level = (p: Point): Point => ({
    x: Math.cos(angle) * p.x + Math.sin(angle) * p.y,
    y: Math.cos(angle) * p.y - Math.sin(angle) * p.x,
  })
  const [leftEye, rightEye, nose, leftMouth, rightMouth] = points.map(level) as typeof points
  const [left, right] = cheeks(mesh).map(level) as [Point, Point]
  const eyes = (leftEye.y + rightEye.y) / 2
  const mouth = (leftMouth.y + rightMouth.y) / 2
  return {
    eyeDistance: Math.hypot(rightEye.x - leftEye.x, rightEye.y - leftEye.y),
    yaw: (2 * nose.x - left.x - right.x) / Math.max(1e-6, right.x - left.x),
    pitch: (2 * nose.y - eyes - mouth) / Math.max(1e-6, mouth - eyes),
    roll: (angle * 180) / Math.PI,
    inside: shareInside(mesh, width, height),
  }
}
