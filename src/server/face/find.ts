import 'server-only'
import { keepBest } from '../../domain/face/detections'
import type { Box } from '../../domain/face/geometry'
import { fivePoints } from '../../domain/face/landmarks'
import type { Pyramid } from '../../domain/face/resample'
import { straddles } from '../../domain/face/straddling'
import { detectFaces, lookAt, wholePicture } from './detect'
import { type Finder, type FoundFace, facesAt } from './face-at'
import { closerWhereCovered } from './look-closer'
import { allRightWayUp } from './way-up'

/** Largest first. */
export function bySize(a: { box: Box }, b: { box: Box }): number {
  return b.box.width * b.box.height - a.box.width * a.box.height
}

/** A large face that scores less is looked at from further away too: a box at its edge would show half of it. */
const WEAK = 0.65
/** From this share of the picture's longer side a face is large. */
const LARGE = 0.3
const FURTHER_AWAY = 0.6

/** The faces among these, one a person: of those that overlap the one that the detector is surest of. */
export function onePerPerson(faces: readonly FoundFace[]): FoundFace[] {
  const kept: FoundFace[] = []
  for (const face of keepBest(faces, ({ detection }) => detection)) {
    const others = kept.map(({ box }) => box)
    if (!straddles(fivePoints(face.mesh), others)) kept.push(face)
  }
  return kept
}

/** What can be seen of weak large faces from further away. */
async function fromFurtherAway({ detector, facemesh }: Finder, pyramid: Pyramid, faces: FoundFace[]) {
  const { width, height } = pyramid.picture
  const isLarge = ({ box }: FoundFace) => Math.max(box.width, box.height) > LARGE * Math.max(width, height)
  if (!faces.some((face) => face.detection < WEAK && isLarge(face))) return []
  const look = wholePicture(width, height, FURTHER_AWAY)
  return facesAt(facemesh, pyramid, await lookAt(detector, pyramid, look, WEAK), true)
}

/**
 * Every face of a picture, largest first. Where the first look finds none, second looks follow until one does; they
 * see ghosts more easily, so there the two models must also agree where the eyes are. Who lies on the side or on the
 * head is found as well: the mesh then lies as the face does, so that its roll tells.
 */
export async function findFaces(models: Finder, pyramid: Pyramid): Promise<FoundFace[]> {
  for await (const { candidates, second } of detectFaces(models.detector, pyramid)) {
    const faces = await facesAt(models.facemesh, pyramid, candidates, second)
    if (!faces.length) continue
    const all = [...faces, ...(await fromFurtherAway(models, pyramid, faces))]
    const found = onePerPerson(await allRightWayUp(models, pyramid, onePerPerson(all)))
    const looked: FoundFace[] = []
    for (const face of found) looked.push(await closerWhereCovered(models, pyramid, face))
    return onePerPerson(looked).sort(bySize)
  }
  return onePerPerson(await allRightWayUp(models, pyramid, [])).sort(bySize)
}
