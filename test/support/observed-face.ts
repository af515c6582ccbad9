import { type FaceObservation, guideOval, type ObservedFace } from '@/domain/face/observation'
import type { FaceQuality } from '@/domain/face/quality'

interface Changes {
  at?: number
  /** Height of the face against the oval's. */
  size?: number
  /** Where its middle lies from the oval's, in radii of the oval. */
  offset?: { x: number; y: number }
  quality?: Partial<FaceQuality>
  faceLight?: number
  aroundLight?: number
  faces?: number
  width?: number
  height?: number
}

/** What the browser sees of a face that is good in every way but those named. */
export function observed(changes: Changes = {}): FaceObservation {
  const { at = 0, size = 0.85, offset = { x: 0, y: 0 }, faces = 1, width = 640, height = 480 } = changes
  const oval = guideOval(width, height)
  const tall = size * 2 * oval.ry
  const wide = tall * 0.82
  const middle = { x: oval.x + offset.x * oval.rx, y: oval.y + offset.y * oval.ry }
  const face: ObservedFace = {
    box: { x: middle.x - wide / 2, y: middle.y - tall / 2, width: wide, height: tall },
    eyes: [
      { x: middle.x - wide * 0.22, y: middle.y - tall * 0.15 },
      { x: middle.x + wide * 0.22, y: middle.y - tall * 0.15 },
    ],
    light: changes.faceLight ?? 120,
    quality: {
      score: 1,
      eyeDistance: wide * 0.44,
      highlight: 190,
      shadow: 80,
      sharpness: 40,
      yaw: 0,
      pitch: 0.2,
      roll: 0,
      inside: 1,
      ...changes.quality,
    },
  }
  return {
    at,
    width,
    height,
    light: changes.aroundLight ?? 110,
    faces: Array.from({ length: faces }, () => face),
  }
}
