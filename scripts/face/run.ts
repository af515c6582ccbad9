import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { AppError } from '../../src/domain/errors'
import type { RecogniserChoice } from '../../src/server/face/choose-recogniser'
import { createFaceEngine, type FaceEngine, type FaceEngineOptions } from '../../src/server/face/face-engine'
import { errorLine } from '../../src/server/words/sentences'

export interface Input {
  files: string[]
  /** Folders with a folder of pictures for each person. */
  images?: string[] | undefined
  pairs?: string | undefined
  recogniser?: RecogniserChoice | undefined
  group?: boolean | undefined
  /** Folder with a folder of pictures for each person. */
  gallery?: string | undefined
  /** Folders of bona fide pictures and of attacks. */
  live?: string | undefined
  attack?: string | undefined
  /** A file that says which group each person belongs to. */
  groups?: string | undefined
  /** How many people a random site has, how many such sites are drawn, and from which seed. */
  size?: string | undefined
  draws?: string | undefined
  seed?: string | undefined
  photo?: string[] | undefined
}

export type Run = (input: Input) => Promise<unknown>

/** A command that cannot be carried out, in one line. */
export class Refusal extends Error {}

/** The recogniser behind a short name, or behind the path of an ONNX file. */
export function recogniserOf(name: string): RecogniserChoice | undefined {
  if (name.endsWith('.onnx')) return { file: resolve(name) }
  if (name === 'retail' || name === 'retail-0095') return 'retail-0095'
  return name === 'dlib' ? 'dlib' : undefined
}

export async function withEngine<T>(
  options: FaceEngineOptions,
  work: (engine: FaceEngine) => Promise<T>,
): Promise<T> {
  const engine = await createFaceEngine(options)
  try {
    return await work(engine)
  } finally {
    await engine.close()
  }
}

export async function readPicture(path: string): Promise<Uint8Array> {
  return readFile(path).catch(() => {
    throw new Refusal(`${path}: cannot be read.`)
  })
}

/** What the engine answers for a file, with the file's name in front of any refusal. */
export async function forFile<T>(path: string, ask: (bytes: Uint8Array) => Promise<T>): Promise<T> {
  const bytes = await readPicture(path)
  return ask(bytes).catch((error) => {
    throw error instanceof AppError ? new Refusal(`${path}: ${errorLine(error.code, error.params)}`) : error
  })
}

/** Nobody stands before a camera here: a slow machine is waited for. */
const patient: FaceEngineOptions = { waitMs: 60_000, timeoutMs: 60_000 }

/** Only what was asked for, and the workers that it can keep busy. */
export function optionsFor({ recogniser }: Input, workers?: number): FaceEngineOptions {
  return { ...patient, ...(recogniser && { recogniser }), ...(workers && { workers }) }
}

export function rounded(value: number, digits = 4): number {
  return Number(value.toFixed(digits))
}
