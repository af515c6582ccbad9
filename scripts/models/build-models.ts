import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type ModelName, modelNames, modelTable } from '../../src/domain/face/model-table'
import { readIfThere, sha256Of, writeWhole } from './files'
import { modelSources } from './manifest'
import { noteUnreachable, wasUnreachable } from './reachability'
import { readSource, type SourceOptions, SourceUnavailable, WrongHash } from './source-files'

export interface BuildOptions extends SourceOptions {
  dir: string
  /** Ask the publishers even if they could not be reached a moment ago. */
  again?: boolean
  log: (line: string) => void
}

export interface BuildResult {
  present: ModelName[]
  built: ModelName[]
  /** Models whose source files cannot be had. */
  missing: ModelName[]
}

/**
 * Makes the ONNX files that are missing or not as pinned; touches nothing and needs no network when all are right.
 * @throws WrongHash when a source file, or what was made from it, is not the pinned one.
 */
export async function buildModels(options: BuildOptions): Promise<BuildResult> {
  const { dir, log } = options
  const states = await Promise.all(modelNames.map((name) => stateOf(name, dir)))
  const present = modelNames.filter((_, at) => states[at] === 'right')
  const wanted = modelNames.filter((_, at) => states[at] !== 'right')
  const result: BuildResult = { present, built: [], missing: [] }
  const offline = !options.again && !options.mirror && (await wasUnreachable(dir))
  // All at once, so that several silent servers cost one time-out and not one each.
  const sources = await Promise.allSettled(
    wanted.map((name) =>
      Promise.all(modelSources[name].files.map((file) => readSource(file, { ...options, offline }))),
    ),
  )
  for (const [at, name] of wanted.entries()) {
    const path = join(dir, modelTable[name].file)
    if (states[at] === 'wrong') await rm(path, { force: true })
    const source = sources[at]
    if (source?.status === 'fulfilled') {
      const [first, second] = source.value
      const bytes = await convert(name, first, second)
      await writeWhole(path, bytes)
      log(`${modelTable[name].file}: ${modelSources[name].title}, ${(bytes.length / 1e6).toFixed(1)} MB`)
      result.built.push(name)
    } else if (source?.reason instanceof SourceUnavailable) {
      log(`${modelTable[name].file}: left out, ${source.reason.message}`)
      result.missing.push(name)
    } else throw source?.reason
  }
  if (result.missing.length && !offline && !options.mirror) await noteUnreachable(dir)
  return result
}

async function stateOf(name: ModelName, dir: string): Promise<'right' | 'wrong' | 'absent'> {
  const bytes = await readIfThere(join(dir, modelTable[name].file))
  if (!bytes) return 'absent'
  return sha256Of(bytes) === modelTable[name].sha256 ? 'right' : 'wrong'
}

async function convert(name: ModelName, first: Uint8Array | undefined, second: Uint8Array | undefined) {
  // Loaded only when there is something to convert: a start with everything in place stays quick.
  const { converters } = await import('./convert')
  const empty = new Uint8Array()
  const bytes = converters[name](first ?? empty, second ?? empty)
  const found = sha256Of(bytes)
  if (found !== modelTable[name].sha256) {
    throw new WrongHash(
      `${modelTable[name].file} came out with sha256 ${found}, not ${modelTable[name].sha256}`,
    )
  }
  return bytes
}
