import 'server-only'
import { type Detection, keepBest } from '../../domain/face/detections'
import type { Box } from '../../domain/face/geometry'
import { eyeAngle, MESH_CROP, type Mesh, meshBox, meshInPicture } from '../../domain/face/landmarks'
import { type Pyramid, resampleCrop } from '../../domain/face/resample'
import { cropToPicture } from '../../domain/face/similarity-transform'
import { detectFaces } from './detect'
import type { Model } from './sessions'

const MESH_SIZE = 192
const LAYOUT = { size: MESH_SIZE, planes: true, order: 'rgb' } as const

/** Below this the landmark model says that its crop holds no face. */
const MIN_FACE_SCORE = 0.5

/** One face in picture pixels. */
export interface FoundFace {
  mesh: Mesh
  box: Box
  /** Face score of the landmark model, 0 to 1. */
  score: number
}

/** Lays the mesh over a square of the picture that is turned by `angle`. */
async function meshIn(facemesh: Model, pyramid: Pyramid, box: Box, angle: number) {
  const centre = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  const toPicture = cropToPicture(centre, Math.max(box.width, box.height) * MESH_CROP, angle, MESH_SIZE)
  resampleCrop(pyramid, toPicture, LAYOUT, facemesh.input)
  const { points, score } = await facemesh.run()
  if (!points || !score) throw new Error('The landmark model gave no points or score')
  return { mesh: meshInPicture(points, toPicture), score: score[0] ?? 0 }
}

async function faceAt(
  facemesh: Model,
  pyramid: Pyramid,
  { box, eyes }: Detection,
): Promise<FoundFace | null> {
  const { mesh, score } = await meshIn(facemesh, pyramid, box, eyeAngle(eyes))
  if (!(score >= MIN_FACE_SCORE)) return null
  return { mesh, score, box: meshBox(mesh) }
}

/**
 * Every face of a picture, largest first. Where the first look finds none, second looks follow until one does.
 */
export async function findFaces(
  models: { detector: Model; facemesh: Model },
  pyramid: Pyramid,
): Promise<FoundFace[]> {
  const { first, again } = await detectFaces(models.detector, pyramid)
  for (let candidates: Detection[] | null = first; candidates; candidates = await again()) {
    const faces: FoundFace[] = []
    for (const candidate of candidates) {
      const face = await faceAt(models.facemesh, pyramid, candidate)
      if (face) faces.push(face)
    }
    if (faces.length) {
      return keepBest(faces).sort((a, b) => b.box.width * b.box.height - a.box.width * a.box.height)
    }
  }
  return []
}
