import Module, { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Tensor, Tensor2D, Tensor3D } from '@tensorflow/tfjs-core'
import { startTfjs, tf } from './tfjs-wasm'

const require = createRequire(import.meta.url)

interface Net {
  loadFromDisk(folder: string): Promise<void>
}

interface Described {
  descriptor: Float32Array
}

/** The part of face-api that is used here; its own types need the whole of tfjs. */
export interface FaceApi {
  nets: {
    ssdMobilenetv1: Net
    faceLandmark68Net: Net
    faceRecognitionNet: Net & { forward(input: Tensor3D): Promise<Tensor2D> }
  }
  SsdMobilenetv1Options: new () => object
  detectSingleFace(
    input: Tensor3D,
    options: object,
  ): { withFaceLandmarks(): { withFaceDescriptor(): Promise<Described | undefined> } }
}

type Resolver = (request: string, ...rest: unknown[]) => string

/**
 * face-api asks for the umbrella package of tfjs, which adds methods to tensors (`x.div(y)` for `tf.div(x, y)`). Only
 * the core is installed, so it gets the core with those methods added.
 */
function standInForUmbrella(): void {
  const prototype = tf.Tensor.prototype as unknown as Record<string, unknown>
  for (const [name, operation] of Object.entries(tf)) {
    if (typeof operation !== 'function' || name in prototype) continue
    const call = operation as (...values: unknown[]) => unknown
    prototype[name] = function (this: Tensor, ...values: unknown[]) {
      return call(this, ...values)
    }
  }
  for (const rank of [2, 3, 4, 5]) {
    prototype[`as${rank}D`] = function (this: Tensor, ...shape: number[]) {
      return tf.reshape(this, shape)
    }
  }
  prototype.as1D = function (this: Tensor) {
    return tf.reshape(this, [this.size])
  }
  prototype.toFloat = function (this: Tensor) {
    return tf.cast(this, 'float32')
  }
  const loader = Module as unknown as { _resolveFilename: Resolver }
  const resolveFilename = loader._resolveFilename
  loader._resolveFilename = function (request, ...rest) {
    const wanted = request === '@tensorflow/tfjs' ? '@tensorflow/tfjs-core' : request
    return resolveFilename.call(this, wanted, ...rest)
  }
}

export const faceApiModels = join(dirname(require.resolve('@vladmandic/face-api/package.json')), 'model')

/** face-api on tfjs's WebAssembly backend, without models. */
export async function startFaceApi(): Promise<FaceApi> {
  await startTfjs()
  standInForUmbrella()
  return require('@vladmandic/face-api/dist/face-api.node-wasm.js') as FaceApi
}
