import 'server-only'
import { DETECTOR_SIZE, type Detection, decodeDetections, keepBest } from '../../domain/face/detections'
import { type Pyramid, resampleCrop } from '../../domain/face/resample'
import { cropToPicture, transformPoint } from '../../domain/face/similarity-transform'
import type { Tile } from '../../domain/face/tiles'
import type { Model } from './onnx-model'

/** Anchors of the detector's finer scale; the rest belong to the coarser one. */
const FINE_ANCHORS = 512
const LAYOUT = { size: DETECTOR_SIZE, planes: false, order: 'rgb' } as const

/** By how many quarters of a turn, clockwise, the picture is turned to find who lies in it. */
export type QuarterTurns = 0 | 1 | 2 | 3

/**
 * Every face that scores at least `minScore` in one square of the picture, in picture pixels; `turns` is how the picture lies.
 */
export async function lookAt(
  detector: Model,
  pyramid: Pyramid,
  look: Tile,
  minScore: number,
  turns: QuarterTurns = 0,
): Promise<Detection[]> {
  const scale = look.side / DETECTOR_SIZE
  const middle = { x: look.x + look.side / 2, y: look.y + look.side / 2 }
  const toPicture = cropToPicture(middle, look.side, (turns * Math.PI) / 2, DETECTOR_SIZE)
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
  return keepBest(found).map(({ score, box, eyes }) => {
    const centre = transformPoint(toPicture, { x: box.x + box.width / 2, y: box.y + box.height / 2 })
    const [width, height] = turns % 2 ? [box.height, box.width] : [box.width, box.height]
    return {
      score,
      box: {
        x: centre.x - (width * scale) / 2,
        y: centre.y - (height * scale) / 2,
        width: width * scale,
        height: height * scale,
      },
      eyes: [transformPoint(toPicture, eyes[0]), transformPoint(toPicture, eyes[1])],
    }
  })
}

/** Scores from which a detection is believed, and from which one is at least worth a look by the landmark model. */
const SURE = 0.5
const UNSURE = 0.25

/** The whole picture, letterboxed to a square that is larger than it by a margin. */
export function wholePicture(width: number, height: number, margin = 0): Tile {
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
    wholePicture(width, height, 0.3),
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
