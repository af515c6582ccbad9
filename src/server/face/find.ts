import 'server-only'
import { type Detection, keepBest } from '../../domain/face/detections'
import type { Box, Point } from '../../domain/face/geometry'
import {
  eyeAngle,
  fivePoints,
  MESH_CROP,
  type Mesh,
  meshBox,
  meshInPicture,
} from '../../domain/face/landmarks'
import { type Pyramid, resampleCrop } from '../../domain/face/resample'
import { cropToPicture } from '../../domain/face/similarity-transform'
import { detectFaces } from './detect'
import type { Model } from './onnx-model'

const MESH_SIZE = 192
const LAYOUT = { size: MESH_SIZE, planes: true, order: 'rgb' } as const

/** Below this the landmark model says that its crop holds no face. */
const MIN_FACE_SCORE = 0.5
/** Real faces of LFW stay below 0.17, ghosts in flat backgrounds begin at 0.25. */
const EYES_AGREE = 0.2

/** One face in picture pixels. */
export interface FoundFace {
  mesh: Mesh
  box: Box
  /** Face score of the landmark model, 0 to 1. */
  score: number
  /** What the landmark model saw, for `covered` to read. */
  features: Float32Array
}

/** Where a face may be: a box around it, and its eyes. */
type Candidate = Pick<Detection, 'box' | 'eyes'>

/** Lays the mesh over a face, in a square that is turned so that the eyes are level. */
async function meshIn(facemesh: Model, pyramid: Pyramid, { box, eyes }: Candidate) {
  const centre = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  const toPicture = cropToPicture(
    centre,
    Math.max(box.width, box.height) * MESH_CROP,
    eyeAngle(eyes),
    MESH_SIZE,
  )
  resampleCrop(pyramid, toPicture, LAYOUT, facemesh.input)
  const { points, score, features } = await facemesh.run()
  if (!points || !score || !features) throw new Error('The landmark model gave no points, score or features')
  return { mesh: meshInPicture(points, toPicture), score: score[0] ?? 0, features }
}

/** Distance between an eye of the detector and the same eye of the mesh, as a share of the detector's box. */
function eyesApart({ box, eyes }: Candidate, mesh: Mesh): number {
  const [left, right] = fivePoints(mesh)
  const apart = (p: Point, q: Point) => Math.hypot(p.x - q.x, p.y - q.y)
  return Math.max(apart(eyes[0], left), apart(eyes[1], right)) / Math.max(box.width, box.height)
}

/**
 * The face that a detection shows, null where the landmark model sees none; `strict` asks as well that both models
 * agree where the eyes are.
 */
export async function faceAt(
  facemesh: Model,
  pyramid: Pyramid,
  candidate: Candidate,
  strict: boolean,
): Promise<FoundFace | null> {
  const { mesh, score, features } = await meshIn(facemesh, pyramid, candidate)
  if (!(score >= MIN_FACE_SCORE) || (strict && eyesApart(candidate, mesh) > EYES_AGREE)) return null
  return { mesh, score, features, box: meshBox(mesh) }
}

/** Largest first. */
export function bySize(a: { box: Box }, b: { box: Box }): number {
  return b.box.width * b.box.height - a.box.width * a.box.height
}

/**
 * Every face of a picture, largest first. Where the first look finds none, second looks follow until one does; they
 * see ghosts more easily, so there the two models must also agree where the eyes are.
 */
export async function findFaces(
  models: { detector: Model; facemesh: Model },
  pyramid: Pyramid,
): Promise<FoundFace[]> {
  for await (const { candidates, second } of detectFaces(models.detector, pyramid)) {
    const faces: FoundFace[] = []
    for (const candidate of candidates) {
      const face = await faceAt(models.facemesh, pyramid, candidate, second)
      if (face) faces.push(face)
    }
    if (faces.length) return keepBest(faces).sort(bySize)
  }
  return []
}
