import type { FaceResult } from '@vladmandic/human'
import { RETAIL_SIZE, retailCrop } from '@/domain/face/alignment'
import type { Box } from '@/domain/face/geometry'
import { fivePoints, MESH_POINTS, type Mesh, meshBox } from '@/domain/face/landmarks'
import { measureCrop, measurePose } from '@/domain/face/measure'
import type { FaceObservation, ObservedFace } from '@/domain/face/observation'
import { type Pixels, Pyramid, resampleCrop } from '@/domain/face/resample'
import { lightOf } from './guide-light'
import { type FaceModel, SIGHT } from './guide-model'

/** Room around the face that the recogniser's crop may reach into, as a share of the face's box. */
const MARGIN = 0.25

const sight = drawing(SIGHT, SIGHT)
const detail = drawing(1, 1)
const crop = new Float32Array(RETAIL_SIZE * RETAIL_SIZE * 3)

function drawing(width: number, height: number): OffscreenCanvasRenderingContext2D {
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('no canvas in workers')
  return context
}

/** Looks at one frame. Human pads other shapes wrongly, so it is given a square with the frame in its middle. */
export async function observe(model: FaceModel, frame: ImageBitmap, at: number): Promise<FaceObservation> {
  const { width, height } = frame
  const scale = SIGHT / Math.max(width, height)
  const shown: Box = {
    x: (SIGHT - width * scale) / 2,
    y: (SIGHT - height * scale) / 2,
    width: width * scale,
    height: height * scale,
  }
  sight.clearRect(0, 0, SIGHT, SIGHT)
  sight.drawImage(frame, shown.x, shown.y, shown.width, shown.height)
  const picture = sight.getImageData(0, 0, SIGHT, SIGHT)
  const found = (await model.detect(picture))
    .filter((face) => face.mesh.length >= MESH_POINTS)
    .map((face) => {
      const mesh = meshInFrame(face, shown, scale)
      return { mesh, box: meshBox(mesh), score: face.score }
    })
    .sort((a, b) => b.box.height * b.box.width - a.box.height * a.box.width)

  const onSight = ({ x, y, width, height }: Box): Box => ({
    x: x * scale + shown.x,
    y: y * scale + shown.y,
    width: width * scale,
    height: height * scale,
  })
  const faces = found.map(({ mesh, box, score }): ObservedFace => {
    const [left, right] = fivePoints(mesh)
    return {
      box,
      eyes: [left, right],
      light: lightOf(picture, shown, onSight(box)).face,
      quality: {
        score,
        ...measurePose(mesh, { width, height }),
        ...measureDetail(frame, mesh, box),
      },
    }
  })
  const [first] = faces
  return {
    at,
    width,
    height,
    light: lightOf(picture, shown, first ? onSight(first.box) : null).around,
    faces,
  }
}

function meshInFrame(face: FaceResult, shown: Box, scale: number): Mesh {
  const mesh = new Float32Array(MESH_POINTS * 2)
  for (let i = 0; i < MESH_POINTS; i++) {
    const point = face.mesh[i]
    mesh[i * 2] = ((point?.[0] ?? 0) - shown.x) / scale
    mesh[i * 2 + 1] = ((point?.[1] ?? 0) - shown.y) / scale
  }
  return mesh
}

/** Light and sharpness as the server will measure them, on the frame's own pixels around the face. */
function measureDetail(frame: ImageBitmap, mesh: Mesh, box: Box) {
  const left = Math.max(0, Math.floor(box.x - box.width * MARGIN))
  const top = Math.max(0, Math.floor(box.y - box.height * MARGIN))
  const width = Math.max(1, Math.min(frame.width, Math.ceil(box.x + box.width * (1 + MARGIN))) - left)
  const height = Math.max(1, Math.min(frame.height, Math.ceil(box.y + box.height * (1 + MARGIN))) - top)
  detail.canvas.width = width
  detail.canvas.height = height
  detail.drawImage(frame, left, top, width, height, 0, 0, width, height)
  const near = new Pyramid(withoutAlpha(detail.getImageData(0, 0, width, height)))
  const shifted = mesh.map((value, i) => value - (i % 2 === 0 ? left : top))
  resampleCrop(near, retailCrop(shifted), { size: RETAIL_SIZE, planes: true, order: 'rgb' }, crop)
  return measureCrop(crop)
}

function withoutAlpha({ data, width, height }: ImageData): Pixels {
  const rgb = new Uint8Array(width * height * 3)
  for (let from = 0, to = 0; to < rgb.length; from += 4, to += 3) {
    rgb[to] = data[from] ?? 0
    rgb[to + 1] = data[from + 1] ?? 0
    rgb[to + 2] = data[from + 2] ?? 0
  }
  return { data: rgb, width, height }
}
