import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { InferenceSession, Tensor } from 'onnxruntime-node'
import type { Point } from '@/domain/face/geometry'
import { MESH_CROP, MESH_POINTS } from '@/domain/face/landmarks'
import { modelTable } from '@/domain/face/model-table'
import { type Pixels, Pyramid, resampleCrop } from '@/domain/face/resample'
import { cropToPicture } from '@/domain/face/similarity-transform'

const MESH_SIZE = 192
/** Outer edges of the cheeks: where a head turns about, near enough. */
const CHEEKS = [234, 454] as const

/** A head as FaceMesh sees it: points in pixels of the picture, z growing away from the camera. */
export interface Relief {
  points: Float32Array
  /** What the head turns about. */
  pivot: Point & { z: number }
}

let session: Promise<InferenceSession> | undefined

async function landmarkModel() {
  const file = join(resolve(process.env.MODELS_DIR || '.models'), modelTable.facemesh.file)
  return InferenceSession.create(await readFile(file), { intraOpNumThreads: 1 })
}

/** The relief of a face whose place is known: its middle and its height from forehead to chin. */
export async function faceRelief(picture: Pixels, face: Point & { height: number }): Promise<Relief> {
  session ??= landmarkModel()
  const toPicture = cropToPicture(face, face.height * MESH_CROP, 0, MESH_SIZE)
  const input = new Float32Array(MESH_SIZE * MESH_SIZE * 3)
  resampleCrop(new Pyramid(picture), toPicture, { size: MESH_SIZE, planes: true, order: 'rgb' }, input)
  const model = await session
  const { points } = await model.run({ pixels: new Tensor('float32', input, [1, 3, MESH_SIZE, MESH_SIZE]) })
  const raw = points?.data as Float32Array
  const placed = new Float32Array(MESH_POINTS * 3)
  for (let i = 0; i < MESH_POINTS * 3; i += 3) {
    placed[i] = (raw[i] ?? 0) * toPicture.a + toPicture.tx
    placed[i + 1] = (raw[i + 1] ?? 0) * toPicture.a + toPicture.ty
    placed[i + 2] = (raw[i + 2] ?? 0) * toPicture.a
  }
  const middle = (axis: 0 | 1 | 2) =>
    CHEEKS.reduce((sum, i) => sum + (placed[i * 3 + axis] ?? 0), 0) / CHEEKS.length
  return { points: placed, pivot: { x: middle(0), y: middle(1), z: middle(2) } }
}
