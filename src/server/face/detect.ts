import 'server-only'
import { DETECTOR_SIZE, type Detection, decodeDetections, keepBest } from '../../domain/face/detections'
import { type Pyramid, resampleCrop } from '../../domain/face/resample'
import { type Similarity, transformPoint } from '../../domain/face/similarity-transform'
import type { Tile } from '../../domain/face/tiles'
import type { Model } from './onnx-model'

/** Anchors of the detector's finer scale; the rest belong to the coarser one. */
const FINE_ANCHORS = 512
const LAYOUT = { size: DETECTOR_SIZE, planes: false, order: 'rgb' } as const

/** Every face that scores at least `minScore` in one square of the picture, in picture pixels. */
export async function lookAt(
  detector: Model,
  pyramid: Pyramid,
  look: Tile,
  minScore: number,
): Promise<Detection[]> {
  const scale = look.side / DETECTOR_SIZE
  const toPicture: Similarity = { a: scale, b: 0, tx: look.x, ty: look.y }
  resampleCrop(pyramid, toPicture, LAYOUT, detector.input)
  const { logits, boxes } = await detector.run()
  if (!logits || !boxes) throw new Error('The detector gave no logits or boxes')
  const found = decodeDetections(
    [
      { scores: logits.subarray(0, FINE_ANCHORS), boxes, stride: 16, anchorsPerCell: 2 },
      {
        scores: logits.subarray(FINE_ANCHORS),
        boxes: boxes.subarray(FINE_ANCHORS * 16),
        stride: 32,
        anchorsPerCell: 6,
      },
    ],
    minScore,
  )
  return keepBest(found).map(({ score, box, eyes }) => ({
    score,
    box: {
      x: box.x * scale + look.x,
      y: box.y * scale + look.y,
      width: box.width * scale,
      height: box.height * scale,
    },
    eyes: [transformPoint(toPicture, eyes[0]), transformPoint(toPicture, eyes[1])],
  }))
}

/** Scores from which a detection is believed, and from which one is at least worth a look by the landmark model. */
const SURE = 0.5
const UNSURE = 0.25

/** The whole picture, letterboxed to a square that is larger than it by a margin. */
function wholePicture(width: number, height: number, margin = 0): Tile {
  const side = Math.max(width, height) * (1 + margin)
  return { x: (width - side) / 2, y: (height - side) / 2, side }
}

/**
 * Looks for when the whole picture shows no face: at five overlapping squares of it, where small faces are larger,
 * then from further away, because a face that fills the picture is larger than any the detector has learnt.
 */
function secondLooks(width: number, height: number): Tile[] {
  const side = Math.max(width, height) * 0.6
  const square = (x: number, y: number): Tile => ({ x: x * (width - side), y: y * (height - side), side })
  return [
    square(0.5, 0.5),
    square(0, 0),
    square(1, 0),
    square(0, 1),
    square(1, 1),
    wholePicture(width, height, 0.6),
    wholePicture(width, height, 1.5),
  ]
}

/**
 * Candidate faces, best first: those of the whole picture, then those of each second look, last the unsure ones of
 * the whole picture. A caller that has found a face asks for no more.
 */
export async function* detectFaces(
  detector: Model,
  pyramid: Pyramid,
): AsyncGenerator<{ candidates: Detection[]; second: boolean }> {
  const { width, height } = pyramid.picture
  const all = await lookAt(detector, pyramid, wholePicture(width, height), UNSURE)
  yield { candidates: all.filter((face) => face.score >= SURE), second: false }
  for (const look of secondLooks(width, height)) {
    yield { candidates: await lookAt(detector, pyramid, look, SURE), second: true }
  }
  yield { candidates: all.filter((face) => face.score < SURE), second: true }
}
