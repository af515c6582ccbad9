import 'server-only'
// Native modules must stay loaded when a worker that used them ends, so the main thread holds them too.
import './onnx'
import 'sharp'
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { BASIC_RECOGNISER, type RecogniserId } from '../../domain/face/thresholds'
import { readVariables } from '../env'
import { logger } from '../logger'
import {
  type AboutRecogniser,
  aboutOf,
  chooseRecogniser,
  idOf,
  type RecogniserChoice,
} from './choose-recogniser'
import {
  type ChallengeLook,
  type DoorLook,
  type FaceDescription,
  type GroupPhoto,
  type Inspection,
  type SelfieResult,
  withBuffers,
  withCropBuffers,
  withDoorBuffers,
  withSnapshotBuffer,
} from './face-results'
import { isHeic } from './heic'
import { availableModels } from './model-store'
import { createPool, type PoolTimes } from './pool'
import { createTurn, giveUpAtExit } from './turn'
import type { FaceAnswer, FaceJob, FaceSetup } from './worker'

export type {
  ChallengeLook,
  DoorFace,
  DoorLook,
  FaceDescription,
  GroupPhoto,
  Inspection,
  Selfie,
  SelfieResult,
} from './face-results'
export type { RecogniserId }

export interface FaceEngine {
  readonly recogniser: RecogniserId
  /** Name and licence of a recogniser of one's own; null for one that comes with Clockface. */
  readonly own: AboutRecogniser | null
  /** Whether presentation-attack detection is there. */
  readonly pad: boolean
  /**
   * Reads one selfie. Throws AppError `picture.unreadable`, `picture.heic`, `picture.too_many_pixels` (decode.ts says
   * of which, and how many), `face.busy` (too many waiting, or no worker free in time) and `face.failed` (the worker died or took too
   * long).
   */
  readSelfie(picture: Uint8Array): Promise<SelfieResult>
  /**
   * Reads the pictures of one burst, several at a time, and answers in their order. All of them are taken or none:
   * throws as readSelfie does, for the whole burst.
   */
  readBurst(pictures: readonly Uint8Array[]): Promise<SelfieResult[]>
  /** Reads the frames of a challenge, where faces may be turned. Answers and throws as readBurst does. */
  readChallenge(frames: readonly Uint8Array[]): Promise<ChallengeLook[]>
  /** Every face of a picture. Throws as readSelfie does; more pixels may be in it. */
  inspect(picture: Uint8Array): Promise<Inspection>
  /**
   * The vector of the largest central face, asked no questions about quality: for evaluation and comparison.
   * Null where no face is found. Throws as readSelfie does.
   */
  describe(picture: Uint8Array): Promise<FaceDescription | null>
  /** As describe, but people who clock in go first: one such picture is read at a time, among the group photos. */
  describeInBackground(picture: Uint8Array): Promise<FaceDescription | null>
  /**
   * Every face of a group photo of up to 50 megapixels, down to 15 pixels between the eyes, each with its vector and a
   * small crop. Throws as readSelfie does. One group photo is read at a time, so that people who clock in do not wait.
   */
  readGroup(picture: Uint8Array): Promise<GroupPhoto>
  /** Everybody who is near enough in one frame of a door, at most 6, largest first. Throws as readSelfie does. */
  readDoor(frame: Uint8Array): Promise<DoorLook>
  /** Ends the workers; jobs still waiting fail with `face.failed`. */
  close(): Promise<void>
}

export interface FaceEngineOptions {
  /** The recogniser to use; by default that of RECOGNISER, without it retail-0095 where its model is there, else dlib. */
  recogniser?: RecogniserChoice
  /** Whether to look for presentation attacks; by default where the model is there. */
  pad?: boolean
  /** Worker threads; by default FACE_WORKERS, without it one a core. */
  workers?: number | undefined
  /** Pictures that may wait; one more is refused with `face.busy`. */
  queueLimit?: number
  /** Milliseconds until a picture, or the first of a burst, must have been begun. */
  waitMs?: number
  /** Milliseconds until a picture or a burst must be answered, waiting included. */
  timeoutMs?: number
  /** Folder of the converted models; by default MODELS_DIR. */
  modelsDir?: string | undefined
  /** How to start a worker thread. */
  spawn?: () => Worker
}

/** A second or two of work at about 30 ms a picture: who comes later is better told to try again. */
const QUEUE_A_WORKER = 32
const WAIT_MS = 3000
const TIMEOUT_MS = 5000
/** Nobody stands before a camera: photos of several roll calls may wait for each other, and a slow machine may take its time. */
const GROUP_TIMES: PoolTimes = { waitMs: 15 * 60_000, timeoutMs: 20 * 60_000, workMs: 180_000 }

/**
 * Decoding HEIC takes seconds where everything else takes hundredths: it has the time it needs, one such picture at a time,
 * and people who clock in go first.
 */
const HEIC_TIMES: PoolTimes = { waitMs: 60_000, timeoutMs: 120_000, workMs: 60_000 }
/** Frames are refused where they are HEIC, which takes no time. */
const FRAMES: ReadonlySet<FaceJob['task']> = new Set(['readChallenge', 'readDoor'])

/** What a worker thread that is not bundled by Next needs to run TypeScript, from the project's folder. */
const TYPESCRIPT = ['--import', './scripts/face/typescript-in-worker.mjs', '--conditions=react-server']

/** Starts one worker thread: bundled by Next, from TypeScript everywhere else. */
export function spawnFaceWorker(): Worker {
  return new Worker(new URL('./worker.ts', import.meta.url), {
    execArgv: process.env.NEXT_RUNTIME ? [] : TYPESCRIPT,
  })
}

/**
 * Starts an engine of its own, for tests, the command line and benchmarks. Rejects, naming the file, where a model is
 * missing, does not have its pinned hash or, being one's own, is not what its description says.
 */
export async function createFaceEngine(options: FaceEngineOptions = {}): Promise<FaceEngine> {
  const dir = options.modelsDir ?? readVariables().MODELS_DIR
  const present = await availableModels(dir)
  // Where none is there the start fails, and names the file of the basic one.
  const chosen = (await chooseRecogniser(dir, options.recogniser)) ?? BASIC_RECOGNISER
  const pad = options.pad ?? present.pad
  const size = options.workers ?? readVariables().FACE_WORKERS ?? availableParallelism()
  const spawn = options.spawn ?? spawnFaceWorker
  const turn = createTurn()
  const pool = await createPool<FaceSetup, FaceJob, FaceAnswer, null>({
    size,
    queueLimit: options.queueLimit ?? size * QUEUE_A_WORKER,
    waitMs: options.waitMs ?? WAIT_MS,
    timeoutMs: options.timeoutMs ?? TIMEOUT_MS,
    setup: { modelsDir: dir, recogniser: chosen, pad, turn },
    spawn: () => {
      const worker = spawn()
      giveUpAtExit(turn, worker)
      return worker
    },
    onTrouble: (detail) => logger.error('Face worker', { detail }),
  })

  function ask(
    task: FaceJob['task'],
    pictures: readonly Uint8Array[],
    long?: PoolTimes,
  ): Promise<FaceAnswer[]> {
    return pool.run(
      pictures.map((bytes) => () => {
        // One copy that the worker then owns: the caller's buffer stays as it is.
        const picture = new Uint8Array(bytes)
        return { job: { task, picture }, move: [picture.buffer] }
      }),
      long ?? (!FRAMES.has(task) && pictures.some(isHeic) ? HEIC_TIMES : undefined),
    )
  }

  async function readBurst(pictures: readonly Uint8Array[]): Promise<SelfieResult[]> {
    if (pictures.length === 0) return []
    return ((await ask('readSelfie', pictures)) as SelfieResult[]).map(withBuffers)
  }

  return {
    recogniser: idOf(chosen),
    own: aboutOf(chosen),
    pad,
    readBurst,
    readChallenge: async (frames) =>
      frames.length === 0
        ? []
        : ((await ask('readChallenge', frames)) as ChallengeLook[]).map(withSnapshotBuffer),
    readSelfie: async (picture) => only(await readBurst([picture])),
    inspect: async (picture) => only((await ask('inspect', [picture])) as Inspection[]),
    describe: async (picture) => only((await ask('describe', [picture])) as (FaceDescription | null)[]),
    describeInBackground: async (picture) =>
      only((await ask('describe', [picture], GROUP_TIMES)) as (FaceDescription | null)[]),
    readGroup: async (picture) =>
      withCropBuffers(only((await ask('readGroup', [picture], GROUP_TIMES)) as GroupPhoto[])),
    readDoor: async (frame) => withDoorBuffers(only((await ask('readDoor', [frame])) as DoorLook[])),
    close: () => pool.close(),
  }
}

function only<T>(answers: T[]): T {
  if (answers.length !== 1) throw new RangeError('One answer was expected')
  return answers[0] as T
}

interface SharedEngine {
  promise: Promise<FaceEngine>
  starting: boolean
  /** How the last start that came to an end did so. */
  outcome: 'untried' | 'ready' | 'failed'
}

const shared = globalThis as typeof globalThis & { clockfaceEngine?: SharedEngine }

/**
 * The engine of this process, started on first use; a start that failed is tried again on the next call.
 * Kept on globalThis so that Next's copies of this module share it. Options count for the call that starts it.
 */
export function faceEngine(options: FaceEngineOptions = {}): Promise<FaceEngine> {
  const known = shared.clockfaceEngine
  if (known && (known.starting || known.outcome === 'ready')) return known.promise
  const promise = createFaceEngine(options)
  const started: SharedEngine = { promise, starting: true, outcome: known?.outcome ?? 'untried' }
  shared.clockfaceEngine = started
  const end = (outcome: SharedEngine['outcome']) => Object.assign(started, { starting: false, outcome })
  promise.then(
    () => end('ready'),
    () => end('failed'),
  )
  return promise
}

/**
 * The recogniser that this installation is set up with, without starting an engine: that of the engine that runs,
 * else the one that a start would choose. Null where there is none. Never rejects.
 */
export async function configuredRecogniser(dir?: string): Promise<RecogniserId | null> {
  const running = await runningEngine()
  if (running) return running.recogniser
  const { recogniser } = await modelFiles(dir)
  return recogniser
}

/** What faces can be recognised with. */
export interface FaceReadiness {
  recogniser: RecogniserId | null
  pad: boolean
}

/** What faces can be recognised with here: by the engine's word once it has been tried, until then by the files. */
export async function faceReadiness(dir?: string): Promise<FaceReadiness> {
  const running = await runningEngine()
  if (running) return { recogniser: running.recogniser, pad: running.pad }
  if (shared.clockfaceEngine?.outcome === 'failed') return { recogniser: null, pad: false }
  return modelFiles(dir)
}

async function runningEngine(): Promise<FaceEngine | null> {
  const known = shared.clockfaceEngine
  return known?.outcome === 'ready' ? known.promise : null
}

async function modelFiles(dir = readVariables().MODELS_DIR): Promise<FaceReadiness> {
  const { pad } = await availableModels(dir)
  return chooseRecogniser(dir).then(
    (chosen) => ({ recogniser: chosen && idOf(chosen), pad }),
    // The start will fail with the reason.
    () => ({ recogniser: null, pad: false }),
  )
}
