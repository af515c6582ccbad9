import 'server-only'
import type { Detection } from '../../domain/face/detections'
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
import type { Model } from './onnx-model'

const MESH_SIZE = 192
const LAYOUT = { size: MESH_SIZE, planes: true, order: 'rgb' } as const

/** Below this the landmark model says that its crop holds no face. */
const MIN_FACE_SCORE = 0.5
/** Real faces of LFW stay below 0.17, ghosts in flat backgrounds begin at 0.25. */
const EYES_AGREE = 0.2

/** The two models that find faces. */
export interface Finder {
  detector: Model
  facemesh: Model
}

/** One face in picture pixels. */
export interface FoundFace {
  mesh: Mesh
  box: Box
  /** Face score of the landmark model, 0 to 1: the same for nearly all, also where the mesh lies across two people. */
  score: number
  /** Score of the detector, 0 to 1: what tells the better one of two faces. */
  detection: number
  /** How far the eyes of both models lie from each other, as a share of the detector's box. */
  eyesApart: number
  /** What the landmark model saw, for `covered` to read. */
  features: Float32Array
}

/** Lays the mesh over a face, in a square that is turned so that the eyes are level. */
async function meshIn(facemesh: Model, pyramid: Pyramid, { box, eyes }: Detection) {
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
function distanceOfEyes({ box, eyes }: Detection, mesh: Mesh): number {
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
  candidate: Detection,
  strict: boolean,
): Promise<FoundFace | null> {
  const { mesh, score, features } = await meshIn(facemesh, pyramid, candidate)
  const eyesApart = distanceOfEyes(candidate, mesh)
  if (!(score >= MIN_FACE_SCORE) || (strict && eyesApart > EYES_AGREE)) return null
  return { mesh, score, box: meshBox(mesh), detection: candidate.score, eyesApart, features }
}

/** The faces that some detections show. */
export async function facesAt(
  facemesh: Model,
  pyramid: Pyramid,
  candidates: readonly Detection[],
  strict: boolean,
) {
  const faces: FoundFace[] = []
  for (const candidate of candidates) {
    const face = await faceAt(facemesh, pyramid, candidate, strict)
    if (face) faces.push(face)
  }
  return faces
}
