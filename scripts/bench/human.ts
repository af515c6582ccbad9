import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Tensor3D } from '@tensorflow/tfjs-core'
import { wasmFolder } from './tfjs-wasm'

const require = createRequire(import.meta.url)

interface Human {
  load(): Promise<void>
  detect(input: Tensor3D): Promise<{ face: { embedding?: number[] }[] }>
}

const off = { enabled: false }

/**
 * What Human needs for a vector and nothing else: detector, mesh, description (faceres), one face, its own defaults
 * otherwise; but nothing remembered from one picture to the next, as each is of another moment.
 */
const config = (models: string) => ({
  backend: 'wasm',
  wasmPath: wasmFolder,
  modelBasePath: models,
  cacheModels: false,
  debug: false,
  cacheSensitivity: 0,
  warmup: 'none',
  filter: off,
  gesture: off,
  body: off,
  hand: off,
  object: off,
  segmentation: off,
  face: {
    enabled: true,
    detector: { enabled: true, maxDetected: 1, skipFrames: 0, skipTime: 0 },
    mesh: { enabled: true },
    description: { enabled: true, skipFrames: 0, skipTime: 0 },
    attention: off,
    iris: off,
    emotion: off,
    antispoof: off,
    liveness: off,
  },
})

/** Human reads its models through fetch, which knows no files in Node. */
function fetchFiles(): void {
  const network = globalThis.fetch
  globalThis.fetch = async (input, init) => {
    const url = String(input instanceof Request ? input.url : input)
    if (!url.startsWith('file:')) return network(input, init)
    const type = url.endsWith('.json') ? 'application/json' : 'application/octet-stream'
    return new Response(new Uint8Array(await readFile(fileURLToPath(url))), {
      headers: { 'content-type': type },
    })
  }
}

/** Human on tfjs's WebAssembly backend, models loaded. */
export async function startHuman(): Promise<Human> {
  fetchFiles()
  // Its exports map leaves this build out, so it is loaded by path.
  const build = fileURLToPath(
    new URL('../../node_modules/@vladmandic/human/dist/human.node-wasm.js', import.meta.url),
  )
  const models = pathToFileURL(
    fileURLToPath(new URL('../../node_modules/@vladmandic/human/models/', import.meta.url)),
  )
  const { Human: Constructor } = require(build) as { Human: new (options: object) => Human }
  const human = new Constructor(config(models.href))
  await human.load()
  return human
}
