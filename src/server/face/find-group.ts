import 'server-only'
import { type Detection, sameFace } from '../../domain/face/detections'
import { eyeAngle, fivePoints } from '../../domain/face/landmarks'
import type { Pyramid } from '../../domain/face/resample'
import { type Look, sightings } from '../../domain/face/sightings'
import { cutByTile, tilePyramid } from '../../domain/face/tiles'
import { lookAt, type QuarterTurns } from './detect'
import { type Finder, type FoundFace, faceAt } from './face-at'
import { bySize, onePerPerson } from './find'
import type { Model } from './onnx-model'
import { eachRightWayUp, fitsSurely, standsUpright } from './way-up'

/** Score from which a detection in a tile is looked at. */
const MIN_SCORE = 0.5
/** What the landmark model says to nearly every face, however small, in all its looks at it. */
const SURE_FACE = 0.98
/** Below this it is no face: of 1,000 faces of LFW pasted over cloth the worst has .90, of what is none the best .87. */
const POOR_FACE = 0.88
/** Profiles change with the view as well: from this score on the detector's word is enough. What is no face and looks like one has .67. */
const SURE_DETECTION = 0.7
/** How much larger than the face the squares of the further looks are. A ghost fades as the view changes. */
const FURTHER_LOOKS = [1, 1.25]

/** Score from which a sighting counts that only has to bear out another. */
const FAINT = 0.3
/** A face is seen in at least this share of the squares that show it well; hardly a real one is missed in any of them. */
const SEEN_IN = 0.5
/** So many sightings, and not a square in which it is missed, make up for a landmark model that does not know profiles. */
const SEEN_OFTEN = 4

interface Candidate extends Detection {
  cut: boolean
}

/** What the detector sees in all tiles of a picture that is turned by some quarters. */
async function lookEverywhere(detector: Model, pyramid: Pyramid, smallestEyes: number, turns: QuarterTurns) {
  const { width, height } = pyramid.picture
  const looks: Look[] = []
  for (const tile of tilePyramid(width, height, smallestEyes)) {
    looks.push({ tile, seen: await lookAt(detector, pyramid, tile, FAINT, turns) })
  }
  return looks
}

/** What is worth a look by the landmark model, the best first: whole before cut, then by score. */
function candidatesOf(looks: readonly Look[], { picture }: Pyramid): Candidate[] {
  return looks
    .flatMap(({ tile, seen }) =>
      seen.map((found) => ({ ...found, cut: cutByTile(found.box, tile, picture) })),
    )
    .filter(({ score }) => score >= MIN_SCORE)
    .sort((a, b) => Number(a.cut) - Number(b.cut) || b.score - a.score)
}

/** The lowest face score of several looks at a face; 0 where the looks disagree about the eyes. */
async function worstLook(
  facemesh: Model,
  pyramid: Pyramid,
  { mesh, box, score, detection }: FoundFace,
): Promise<number> {
  const [left, right] = fivePoints(mesh)
  let worst = score
  for (const larger of FURTHER_LOOKS) {
    const width = box.width * larger
    const height = box.height * larger
    const around = { x: box.x + (box.width - width) / 2, y: box.y + (box.height - height) / 2, width, height }
    const again = await faceAt(
      facemesh,
      pyramid,
      { box: around, eyes: [left, right], score: detection },
      true,
    )
    if (!again) return 0
    worst = Math.min(worst, again.score)
  }
  return worst
}

/**
 * The faces of a picture that is turned by some quarters. Tiles overlap, so a face is found several times: the landmark
 * model looks at the best finding, and at the next only where it sees no face in that, so that a poor box does not hide
 * a good one. Many looks also see ghosts: both models must agree where the eyes are, most squares that show the place
 * well must show a face, and the landmark model must see it in wider squares too; who does so less than surely gives way
 * to a sure face in the same place.
 */
async function findTurned(
  { detector, facemesh }: Finder,
  pyramid: Pyramid,
  smallestEyes: number,
  turns: QuarterTurns,
): Promise<FoundFace[]> {
  const looks = await lookEverywhere(detector, pyramid, smallestEyes, turns)
  const found: FoundFace[] = []
  const places: Pick<Detection, 'box'>[] = []
  const taken = (one: Pick<Detection, 'box'>) => places.some(({ box }) => sameFace(box, one.box))
  const unsure: FoundFace[] = []
  for (const candidate of candidatesOf(looks, pyramid)) {
    if (taken(candidate)) continue
    const face = await faceAt(facemesh, pyramid, candidate, true)
    if (!face || face.score < POOR_FACE || taken(face)) continue
    const [left, right] = fivePoints(face.mesh)
    const { seen, possible } = sightings({ box: face.box, eyes: [left, right] }, looks, pyramid.picture)
    if (seen < SEEN_IN * possible) continue
    const worst = await worstLook(facemesh, pyramid, face)
    if (worst >= SURE_FACE) {
      found.push(face)
      places.push(candidate, face)
    } else if (
      worst >= POOR_FACE ||
      candidate.score >= SURE_DETECTION ||
      (seen >= SEEN_OFTEN && seen === possible)
    )
      unsure.push(face)
  }
  for (const face of unsure.sort((a, b) => b.detection - a.detection)) {
    if (taken(face)) continue
    found.push(face)
    places.push(face)
  }
  return onePerPerson(found)
}

/** By how many quarters the picture must be turned so that a face stands upright. */
function turnsOf({ mesh }: FoundFace): QuarterTurns {
  return ((Math.round(eyeAngle(fivePoints(mesh)) / (Math.PI / 2)) + 4) % 4) as QuarterTurns
}

/** How a picture lies in which nobody stands upright for sure, by what large tiles show. */
async function wayItLies(models: Finder, pyramid: Pyramid): Promise<QuarterTurns> {
  for (const turns of [2, 1, 3] as const) {
    const faces = await findTurned(models, pyramid, Number.POSITIVE_INFINITY, turns)
    if (faces.some(fitsSurely)) return turns
  }
  return 0
}

/** How most of those faces lie that do not stand upright; 0 where all of them do. */
function commonestTurns(faces: readonly FoundFace[]): QuarterTurns {
  const counts = [0, 0, 0, 0]
  for (const turns of faces.map(turnsOf)) if (turns) counts[turns] = (counts[turns] ?? 0) + 1
  return counts.indexOf(Math.max(...counts)) as QuarterTurns
}

/**
 * Every face of a group, largest first, down to `smallestEyes` pixels between the eyes. A photo that lies on its side or
 * on its head is found out by its faces and looked at again as a whole, turned. The way that shows more faces counts,
 * and of a turned photo only the faces that lie as it does.
 */
export async function findGroup(
  models: Finder,
  pyramid: Pyramid,
  smallestEyes: number,
): Promise<FoundFace[]> {
  const found = await findTurned(models, pyramid, smallestEyes, 0)
  const upright = onePerPerson(await eachRightWayUp(models, pyramid, found))
  const turns =
    commonestTurns(upright) || (upright.some(standsUpright) ? 0 : await wayItLies(models, pyramid))
  const seen = turns ? await findTurned(models, pyramid, smallestEyes, turns) : []
  const turned = seen.filter((face) => turnsOf(face) === turns)
  const lyingAs = (way: QuarterTurns) => upright.filter((face) => turnsOf(face) === way).length
  return (turned.length >= Math.max(1, lyingAs(0), lyingAs(turns)) ? turned : upright).sort(bySize)
}
