import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import type * as TensorFlow from '@tensorflow/tfjs-core'

const require = createRequire(import.meta.url)

/** The copies of tfjs that Human and face-api load with require: there must be one of each in a process. */
export const tf: typeof TensorFlow = require('@tensorflow/tfjs-core')
export const wasm: typeof import('@tensorflow/tfjs-backend-wasm') = require('@tensorflow/tfjs-backend-wasm')
export const converter: typeof import('@tensorflow/tfjs-converter') = require('@tensorflow/tfjs-converter')

export const wasmFolder = `${dirname(require.resolve('@tensorflow/tfjs-backend-wasm'))}/`

/** tfjs on WebAssembly with SIMD, one thread. */
export async function startTfjs(): Promise<typeof TensorFlow> {
  wasm.setWasmPaths(wasmFolder)
  wasm.setThreadsCount(1)
  await tf.setBackend('wasm')
  await tf.ready()
  return tf
}
