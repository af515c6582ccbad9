import 'server-only'
import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import {
  OwnRecogniserError,
  type OwnRecogniserSettings,
  parseOwnRecogniser,
  vectorSettings,
} from '../../domain/face/own-recogniser'
import { type OwnRecogniserId, ownRecogniserId } from '../../domain/face/thresholds'
import { Tensor } from './onnx'
import { type Model, startSession, withInput } from './onnx-model'
import { inputProblem, outputProblem } from './own-recogniser-shape'

/** A recogniser of one's own, as its two files were when they were read. Plain data, to be sent to workers. */
export interface OwnRecogniser {
  id: OwnRecogniserId
  /** The ONNX file. */
  file: string
  /** Hash of that file, in hexadecimal. */
  sha256: string
  settings: OwnRecogniserSettings
}

const sha256Of = (data: Uint8Array | string) => createHash('sha256').update(data).digest('hex')

/** The JSON file beside a model. */
export function descriptionOf(file: string): string {
  return join(dirname(file), `${basename(file, extname(file))}.json`)
}

function unusable(file: string, problem: string): OwnRecogniserError {
  return new OwnRecogniserError(`The recogniser ${file} cannot be used: ${problem}.`)
}

/** The first line of what onnxruntime says. */
const reasonOf = (error: unknown) =>
  (error instanceof Error ? error.message : String(error)).split('\n')[0]?.replace(/\.$/, '')

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code ?? String(error)
const missing = (error: unknown) =>
  codeOf(error) === 'ENOENT' ? 'is not there' : `cannot be read (${codeOf(error)})`

async function readModel(file: string): Promise<Uint8Array> {
  return readFile(file).catch((error) => {
    throw unusable(file, `the file ${missing(error)}`)
  })
}

async function readSettings(file: string): Promise<OwnRecogniserSettings> {
  const path = descriptionOf(file)
  const json = await readFile(path, 'utf8').catch((error) => {
    throw unusable(file, `its description ${path} ${missing(error)}`)
  })
  try {
    return parseOwnRecogniser(json)
  } catch (error) {
    if (!(error instanceof OwnRecogniserError)) throw error
    throw unusable(file, `in its description ${path}: ${error.message}`)
  }
}

/** Hashing a large model takes a moment, and pages ask which recogniser it is. */
const hashes = new Map<string, { at: string; sha256: string }>()

async function hashOf(file: string): Promise<string> {
  const { size, mtimeMs } = await stat(file).catch((error) => {
    throw unusable(file, `the file ${missing(error)}`)
  })
  const at = `${size} ${mtimeMs}`
  const known = hashes.get(file)
  if (known?.at === at) return known.sha256
  const sha256 = sha256Of(await readModel(file))
  hashes.set(file, { at, sha256 })
  return sha256
}

/**
 * Reads the description of a recogniser and gives it its id, without loading the model. Throws OwnRecogniserError, one
 * line that names the file.
 */
export async function readOwnRecogniser(file: string): Promise<OwnRecogniser> {
  const sha256 = await hashOf(file)
  const settings = await readSettings(file)
  const both = sha256Of(`${sha256}\n${vectorSettings(settings)}`)
  return { id: ownRecogniserId(settings.name, both), file, sha256, settings }
}

/**
 * Loads the model into this thread and tries it once. Throws OwnRecogniserError where it is not an ONNX file with
 * one picture as its input and one vector as its output, or where the file has changed since it was read.
 */
export async function openOwnModel({ file, sha256, settings }: OwnRecogniser): Promise<Model> {
  const bytes = await readModel(file)
  if (sha256Of(bytes) !== sha256)
    throw unusable(file, 'the file has changed since Clockface was started; start it again')
  const session = await startSession(bytes).catch((error: unknown) => {
    throw unusable(file, `it cannot be loaded as an ONNX model (${reasonOf(error)})`)
  })
  const shape = [1, 3, settings.size, settings.size]
  const wrongInput = inputProblem(session.inputMetadata, settings.size)
  if (wrongInput) throw unusable(file, wrongInput)
  const input = session.inputNames[0] ?? ''
  const plain = new Tensor('float32', new Float32Array(3 * settings.size ** 2), shape)
  const outputs = await session.run({ [input]: plain }).catch((error: unknown) => {
    throw unusable(file, `it fails on a plain picture (${reasonOf(error)})`)
  })
  const wrongOutput = outputProblem(outputs)
  if (wrongOutput) throw unusable(file, wrongOutput)
  return withInput(session, input, { type: 'float32', shape })
}

/**
 * Reads, loads and tries a recogniser, and lets it go again: what a start does before anything else. Throws
 * OwnRecogniserError.
 */
export async function tryOwnRecogniser(file: string): Promise<OwnRecogniser> {
  const own = await readOwnRecogniser(file)
  await openOwnModel(own)
  return own
}
