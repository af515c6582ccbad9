import 'server-only'
import { type ModelName, type ModelValue, modelTable } from '../../domain/face/model-table'
import { loadModel } from './model-store'
import { InferenceSession, Tensor } from './onnx'

/** One loaded model with a single picture as its input. */
export interface Model {
  /** The input's values, to be filled before each run: in place, because nothing else reads them. */
  readonly input: Float32Array | Uint8Array
  /** The values of each output. */
  run(): Promise<Record<string, Float32Array>>
}

/**
 * Loads a model for this thread alone: one core each, because the pool already gives every core a worker.
 * Rejects where the file is missing or its hash is wrong.
 */
export async function openModel(name: ModelName, dir: string): Promise<Model> {
  const session = await startSession(await loadModel(name, dir))
  const [[input, value]] = Object.entries(modelTable[name].inputs) as [[string, ModelValue]]
  return withInput(session, input, value)
}

/** Starts a session of one thread on the bytes of an ONNX file. Rejects where onnxruntime cannot load them. */
export function startSession(bytes: Uint8Array): Promise<InferenceSession> {
  return InferenceSession.create(bytes, {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    executionMode: 'sequential',
    graphOptimizationLevel: 'all',
    logSeverityLevel: 3,
  })
}

/** The session with room for its one input, called `name`. */
export function withInput(session: InferenceSession, name: string, { type, shape }: ModelValue): Model {
  const count = shape.reduce((product, n) => product * n, 1)
  const input = type === 'uint8' ? new Uint8Array(count) : new Float32Array(count)
  const tensor =
    input instanceof Uint8Array ? new Tensor('uint8', input, shape) : new Tensor('float32', input, shape)
  const feeds = { [name]: tensor }
  return {
    input,
    async run() {
      const outputs = await session.run(feeds)
      return Object.fromEntries(
        Object.entries(outputs).map(([key, value]) => [key, value.data as Float32Array]),
      )
    },
  }
}
