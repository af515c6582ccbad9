import { resolve } from 'node:path'
import * as ort from 'onnxruntime-node'
import sharp from 'sharp'
import { type ModelName, modelTable } from '@/domain/face/model-table'
import { readVariables } from '@/server/env'
import { loadModel } from '@/server/face/model-store'

const photo = resolve('node_modules/@vladmandic/face-api/demo/sample1.jpg')

/** Interleaved RGB of a photo with a face, squeezed into a square. */
export async function photoPixels(size: number): Promise<Uint8Array> {
  return new Uint8Array(
    await sharp(photo).resize(size, size, { fit: 'cover' }).removeAlpha().raw().toBuffer(),
  )
}

/** Noise that is the same in every run: a model must agree with its source away from photos too. */
export function noisePixels(size: number): Uint8Array {
  let state = 1
  return Uint8Array.from({ length: size * size * 3 }, () => {
    state = (state * 48271) % 0x7fffffff
    return state & 255
  })
}

/** Interleaved pixels as planes. */
export function planes(pixels: Uint8Array): Float32Array {
  const area = pixels.length / 3
  return Float32Array.from(pixels, (_, at) => pixels[(at % area) * 3 + Math.floor(at / area)] ?? 0)
}

/** Runs a model from the models folder on interleaved pixels and gives its outputs by name. */
export async function runOnnx(name: ModelName, pixels: Uint8Array): Promise<Record<string, Float32Array>> {
  const session = await ort.InferenceSession.create(await loadModel(name, readVariables().MODELS_DIR), {
    intraOpNumThreads: 1,
  })
  const input = modelTable[name].inputs
  const feeds = Object.entries(input).map(([key, { type, shape }]) => {
    const tensor =
      type === 'uint8'
        ? new ort.Tensor('uint8', pixels, shape)
        : new ort.Tensor('float32', planes(pixels), shape)
    return [key, tensor] as const
  })
  const outputs = await session.run(Object.fromEntries(feeds))
  return Object.fromEntries(Object.entries(outputs).map(([key, value]) => [key, value.data as Float32Array]))
}

/** The largest difference, relative to the largest value. */
export function relativeDifference(actual: Float32Array | undefined, expected: Float32Array): number {
  if (actual?.length !== expected.length) return Number.POSITIVE_INFINITY
  let difference = 0
  let largest = 0
  for (const [at, value] of expected.entries()) {
    difference = Math.max(difference, Math.abs(value - (actual[at] ?? Number.NaN)))
    largest = Math.max(largest, Math.abs(value))
  }
  return difference / largest
}
