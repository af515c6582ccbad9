import 'server-only'
import { sharedArea } from '../../domain/face/detections'
import type { Point } from '../../domain/face/geometry'
import { eyeAngle, fivePoints } from '../../domain/face/landmarks'
import type { Pyramid } from '../../domain/face/resample'
import { lookAt, type QuarterTurns, wholePicture } from './detect'
import { type Finder, type FoundFace, faceAt, facesAt } from './face-at'

/**
 * A face that stands upright for sure: of 999 that the models find in 360 pictures turned on their heads (LFW, AT&T; three
 * qualities of JPEG) none reaches all three, of those upright five in six do, and are looked at no further.
 */
const SURE_SCORE = 0.99999
const SURE_EYES = 0.05
const SURE_DETECTION = 0.75

/** From this score on a mesh fits; below, one on its head is looked for whatever the turned mesh says. */
const FITTING_SCORE = 0.9999
/** Eyes this far from each other still fit; meshes on chins begin at .09 where their score is as good. */
const FITTING_EYES = 0.1
/** What the mesh scores, turned, on a face that may stand on its head: .99999 and more on 26 that do, less on all but 2 of 36 upright. */
const DOUBT = 0.995

/** What a look at the turned picture must show to count. */
const TURNED_DETECTION = 0.5
const TURNED_SCORE = 0.99
const TURNED_EYES = 0.15
/** Where nothing was found upright, a ghost must not be found turned. */
const ONLY_TURNED_SCORE = 0.999
const ONLY_TURNED_EYES = 0.12

/** Side of the square in which a face is looked at once more, in faces. */
const AROUND = 2.5
/** Beyond this (radians) a face may lie on its side: both other ways are looked at too. */
const TILTED = 0.6

function isTilted({ mesh }: FoundFace): boolean {
  return Math.abs(eyeAngle(fivePoints(mesh))) > TILTED
}

/** Whether a mesh fits a face beyond doubt, whichever way the face lies. */
export function fitsSurely({ score, eyesApart, detection }: FoundFace): boolean {
  return score >= SURE_SCORE && eyesApart <= SURE_EYES && detection >= SURE_DETECTION
}

/** Whether a face stands upright beyond doubt. */
export function standsUpright(face: FoundFace): boolean {
  return fitsSurely(face) && !isTilted(face)
}

/** How sure both models are together; a mesh that fits counts for more than any score of the detector. */
const worth = ({ detection, score, eyesApart }: FoundFace) =>
  detection + score + (score >= FITTING_SCORE && eyesApart <= FITTING_EYES ? 1 : 0)

/** Whether a face may lie: it is tilted, or its mesh does not fit, or fits as well when it is turned. */
async function isDoubtful({ facemesh }: Finder, pyramid: Pyramid, face: FoundFace): Promise<boolean> {
  if (standsUpright(face)) return false
  if (isTilted(face) || face.score < FITTING_SCORE) return true
  const [left, right] = fivePoints(face.mesh)
  const onItsHead = { box: face.box, eyes: [right, left] as [Point, Point], score: face.detection }
  const turned = await faceAt(facemesh, pyramid, onItsHead, false)
  return turned !== null && turned.score >= DOUBT
}

/** The best face at the place of this one, of the whole picture and the square around it turned by some quarters. */
async function turnedAt(
  { detector, facemesh }: Finder,
  pyramid: Pyramid,
  { box }: FoundFace,
  turns: QuarterTurns,
): Promise<FoundFace | null> {
  const { width, height } = pyramid.picture
  const side = AROUND * Math.max(box.width, box.height)
  const around = { x: box.x + (box.width - side) / 2, y: box.y + (box.height - side) / 2, side }
  let best: FoundFace | null = null
  for (const look of [wholePicture(width, height), around]) {
    const seen = await lookAt(detector, pyramid, look, TURNED_DETECTION, turns)
    const here = seen.filter((detection) => sharedArea(detection.box, box) > 0)
    for (const face of await facesAt(facemesh, pyramid, here, true)) {
      const counts = face.score >= TURNED_SCORE && face.eyesApart <= TURNED_EYES
      if (counts && (!best || worth(face) > worth(best))) best = face
    }
  }
  return best
}

/**
 * The face with its mesh the right way round. A head that stands on its chin gets a mesh as well, across eyebrows that
 * are none: the mesh turned and, where that fits too, a look at the turned picture tell.
 */
async function rightWayUp(models: Finder, pyramid: Pyramid, face: FoundFace): Promise<FoundFace> {
  if (!(await isDoubtful(models, pyramid, face))) return face
  let best = face
  for (const turns of isTilted(face) ? ([2, 1, 3] as const) : ([2] as const)) {
    const turned = await turnedAt(models, pyramid, face, turns)
    if (turned && worth(turned) > worth(best)) best = turned
  }
  return best
}

/**
 * These faces, each with its mesh the right way round. A picture lies as a whole: where half of its faces stand upright
 * beyond doubt, none is looked at again.
 */
export async function eachRightWayUp(
  models: Finder,
  pyramid: Pyramid,
  faces: readonly FoundFace[],
): Promise<readonly FoundFace[]> {
  if (faces.filter(standsUpright).length * 2 >= faces.length) return faces
  const found: FoundFace[] = []
  for (const face of faces) found.push(await rightWayUp(models, pyramid, face))
  return found
}

/** The faces of the whole picture as it lies when it is turned, the way that shows the surest one; none where it shows nobody. */
async function lyingFaces({ detector, facemesh }: Finder, pyramid: Pyramid): Promise<FoundFace[]> {
  const { width, height } = pyramid.picture
  let best: FoundFace[] = []
  for (const turns of [2, 1, 3] as const) {
    const seen = await lookAt(detector, pyramid, wholePicture(width, height), TURNED_DETECTION, turns)
    const faces = (await facesAt(facemesh, pyramid, seen, true)).filter(
      ({ score, eyesApart }) => score >= ONLY_TURNED_SCORE && eyesApart <= ONLY_TURNED_EYES,
    )
    if (surest(faces) > surest(best)) best = faces
  }
  return best
}

const surest = (faces: readonly FoundFace[]) => Math.max(0, ...faces.map(worth))

/**
 * The faces of a picture, each with its mesh the right way round. Where no mesh fits well, the whole picture may lie: then
 * who is found when it is turned counts, wherever the others seemed to be.
 */
export async function allRightWayUp(
  models: Finder,
  pyramid: Pyramid,
  faces: readonly FoundFace[],
): Promise<readonly FoundFace[]> {
  const found = await eachRightWayUp(models, pyramid, faces)
  if (found.some(({ score }) => score >= FITTING_SCORE)) return found
  const lying = await lyingFaces(models, pyramid)
  return surest(lying) > surest(found) ? lying : found
}
