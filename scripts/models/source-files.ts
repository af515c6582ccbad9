import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { SourceFile } from './manifest'

/** A publisher's file cannot be had: not reachable, not there. Setup goes on without it. */
export class SourceUnavailable extends Error {}

/** A file is not the one the manifest names. It is never used. */
export class WrongHash extends Error {}

export interface SourceOptions {
  /** A folder or URL that stands in for the publishers' servers. */
  mirror?: string
  offline?: boolean
  /** Milliseconds until a server must have begun to answer. */
  answerTimeout?: number
  /** Milliseconds for one whole file. */
  wholeTimeout?: number
}

const packages = resolve(import.meta.dirname, '../../node_modules')

/** The bytes of a source file, from its npm package, the mirror or the publisher, once its hash is right. */
export async function readSource(file: SourceFile, options: SourceOptions = {}): Promise<Uint8Array> {
  const { place, bytes } = await read(file, options)
  const found = createHash(file.hash.algorithm).update(bytes).digest('hex')
  if (found !== file.hash.value) {
    throw new WrongHash(
      `${place} has a wrong ${file.hash.algorithm}: ${found}, not ${file.hash.value}. It is not used.`,
    )
  }
  return bytes
}

async function read(file: SourceFile, options: SourceOptions): Promise<{ place: string; bytes: Uint8Array }> {
  const { mirror, offline } = options
  if (!file.url) return fromDisk(join(packages, file.path))
  if (offline) {
    throw new SourceUnavailable(
      `${file.url} could not be had within the last hour (npm run models -- --again)`,
    )
  }
  if (!mirror) return fromNetwork(file.url, options)
  if (/^https?:/.test(mirror)) return fromNetwork(`${mirror.replace(/\/$/, '')}/${file.path}`, options)
  return fromDisk(join(mirror.replace(/^file:\/\//, ''), file.path))
}

async function fromDisk(place: string) {
  try {
    return { place, bytes: await readFile(place) }
  } catch (cause) {
    throw new SourceUnavailable(`${place} is not there`, { cause })
  }
}

async function fromNetwork(place: string, { answerTimeout = 5_000, wholeTimeout = 60_000 }: SourceOptions) {
  const stop = new AbortController()
  const answer = setTimeout(() => stop.abort(), answerTimeout)
  const whole = setTimeout(() => stop.abort(), wholeTimeout)
  try {
    const response = await fetch(place, { signal: stop.signal })
    clearTimeout(answer)
    if (!response.ok) throw new Error(`status ${response.status}`)
    return { place, bytes: new Uint8Array(await response.arrayBuffer()) }
  } catch (cause) {
    const why = stop.signal.aborted ? 'no answer in time' : reasonOf(cause)
    throw new SourceUnavailable(`${place} cannot be had (${why})`, { cause })
  } finally {
    clearTimeout(answer)
    clearTimeout(whole)
  }
}

/** fetch says only "fetch failed"; what happened stands in the cause. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { cause } = error
  return cause instanceof Error ? ((cause as NodeJS.ErrnoException).code ?? cause.message) : error.message
}
