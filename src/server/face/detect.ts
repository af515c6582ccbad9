import 'server-only'
import { DETECTOR_SIZE, type Detection, decodeDetections, keepBest } from '../../domain/face/detections'
import { type Pyramid, resampleCrop } from '../../domain/face/resample'
import { type Similarity, transformPoint } from '../../domain/face/similarity-transform'
import type { Model } from './sessions'

/** Anchors of the detector's finer scale; the rest belong to the coarser one. */
const FINE_ANCHORS = 512
const LAYOUT = { size: DETECTOR_SIZE, planes: false, order: 'rgb' } as const

/** A square of the picture that the detector looks at: left upper corner and side in pixels; may reach outside. */
interface Look {
  x: number
  y: number
  side: number
}

/** Every face in one look at the picture, in picture pixels. */
async function lookAt(detector: Model, pyramid: Pyramid, look: Look, minScore: number): Promise<Detection[]> {
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

const MIN_SCORE = 0.5
/** Second looks are only taken where the first found nothing; the landmark model's own score guards against ghosts. */
const SECOND_LOOK_SCORE = 0.3

/** The whole picture, letterboxed to a square. */
function wholePicture(width: number, height: number, margin = 0): Look {
  const side = Math.max(width, height) * (1 + margin)
  return { x: (width - side) / 2, y: (height - side) / 2, side }
}

/**
 * Looks for when the whole picture shows no face: from further away, because a face that fills the picture is larger
 * than any the detector has seen, then at five overlapping squares of half the size, where small faces double.
 */
function secondLooks(width: number, height: number): Look[] {
  const whole = wholePicture(width, height)
  const side = Math.max(width, height) * 0.6
  const lefts = [0, width - side]
  const tops = [0, height - side]
  const centre = { x: (width - side) / 2, y: (height - side) / 2, side }
  return [
    whole,
    wholePicture(width, height, 0.6),
    wholePicture(width, height, 1.5),
    centre,
    ...tops.flatMap((y) => lefts.map((x) => ({ x, y, side }))),
  ]
}

/** Candidate faces, best first, from the whole picture; `again` gives those of the next second look, null at the end. */
export async function detectFaces(detector: Model, pyramid: Pyramid) {
  const { width, height } = pyramid.picture
  const looks = secondLooks(width, height)
  return {
    first: await lookAt(detector, pyramid, wholePicture(width, height), MIN_SCORE),
    async again(): Promise<Detection[] | null> {
      const look = looks.shift()
      return look ? lookAt(detector, pyramid, look, SECOND_LOOK_SCORE) : null
    },
  }
}
