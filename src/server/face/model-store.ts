import 'server-only'
import { createHash } from 'node:crypto'
import { access, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  type ModelName,
  modelTable,
  type RecogniserName,
  recogniserNames,
} from '../../domain/face/model-table'

/** Inputs, outputs, shapes and element types of every model stand in `modelTable` (src/domain/face/model-table.ts). */

/**
 * The bytes of a model's ONNX file, for `InferenceSession.create`.
 * @throws Error naming the file when it is missing, or when its SHA-256 is not the pinned one.
 */
export async function loadModel(name: ModelName, dir: string): Promise<Uint8Array> {
  const entry = modelTable[name]
  const path = join(dir, entry.file)
  const bytes = await readFile(path).catch((cause) => {
    throw new Error(`The model ${path} is missing. Run: npm run models`, { cause })
  })
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  if (sha256 !== entry.sha256) {
    throw new Error(
      `The model ${path} does not have the pinned hash, so it is not loaded. Run: npm run models`,
    )
  }
  return bytes
}

export interface AvailableModels {
  /** The recognisers whose files are there, the better one first. */
  recognisers: RecogniserName[]
  /** Whether presentation attacks can be told from live faces. */
  pad: boolean
}

/** Which of the models that a machine may have to do without are there. Hashes are checked by `loadModel`. */
export async function availableModels(dir: string): Promise<AvailableModels> {
  const present = async (name: ModelName) =>
    access(join(dir, modelTable[name].file)).then(
      () => true,
      () => false,
    )
  const found = await Promise.all(recogniserNames.map(present))
  return {
    recognisers: recogniserNames.filter((_, at) => found[at]),
    pad: await present('minifasnet-v2'),
  }
}
