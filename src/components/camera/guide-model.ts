import { type FaceResult, Human } from '@vladmandic/human'
import { guideConfig } from './guide-config'
import { wasmFiles } from './guide-wasm'

/** Side of the square in which faces are sought: the detector sees it at 256 pixels, the mesh is cut out of it. */
export const SIGHT = 320

export interface FaceModel {
  backend: string
  /** Faces of a square of `SIGHT` pixels, in its pixels. */
  detect(square: ImageData): Promise<FaceResult[]>
}

/**
 * Loads detector and mesh from `modelsUrl`, on WebAssembly or, where a browser has none, in plain JavaScript.
 * WebGL is passed over: it is faster only on real graphics cards, and takes seconds to compile its shaders.
 * Throws when the models cannot be had.
 */
export async function loadFaceModel(modelsUrl: string): Promise<FaceModel> {
  const human = new Human(guideConfig(modelsUrl))
  human.config.backend = (await startWasm(human)) ? 'wasm' : 'cpu'
  await human.load()
  // Human logs what it cannot load and goes on; guidance without a model would only ever say that nobody is there.
  const loaded = human.models
    .list()
    .filter((model) => model.loaded)
    .map((model) => model.name)
  if (!loaded.includes('blazeface') || !loaded.includes('facemesh')) throw new Error('models are missing')
  await human.detect(new ImageData(SIGHT, SIGHT))
  return {
    backend: human.tf.getBackend(),
    detect: async (square) => (await human.detect(square)).face,
  }
}

async function startWasm(human: Human): Promise<boolean> {
  if (typeof WebAssembly === 'undefined') return false
  try {
    human.tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false)
    human.tf.setWasmPaths(wasmFiles())
    return await human.tf.setBackend('wasm')
  } catch {
    return false
  }
}
