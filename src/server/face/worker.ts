import 'server-only'
import { type MessagePort, parentPort } from 'node:worker_threads'
import sharp from 'sharp'
import { AppError } from '../../domain/errors'
import type {
  ChallengeLook,
  DoorLook,
  FaceDescription,
  GroupPhoto,
  Inspection,
  SelfieResult,
} from './face-results'
import type { FromWorker, ToWorker } from './messages'
import { createPipeline, type Pipeline } from './pipeline'

/** What every worker of an engine is set up with. */
export type FaceSetup = Parameters<typeof createPipeline>[0]

/** One picture and what to do with it. */
export interface FaceJob {
  task: 'readSelfie' | 'readChallenge' | 'inspect' | 'describe' | 'readGroup' | 'readDoor'
  picture: Uint8Array
}

export type FaceAnswer =
  | SelfieResult
  | ChallengeLook
  | Inspection
  | FaceDescription
  | GroupPhoto
  | DoorLook
  | null

function answer(pipeline: Pipeline, { task, picture }: FaceJob): Promise<FaceAnswer> {
  return pipeline[task](picture)
}

const describeError = (error: unknown) => (error instanceof Error ? error.message : String(error))

function serve(port: MessagePort) {
  const send = (message: FromWorker<null, FaceAnswer>) => port.postMessage(message)
  let pipeline: Pipeline | null = null
  port.on('message', async (message: ToWorker<FaceSetup, FaceJob>) => {
    if (message.kind === 'start') {
      // A worker is one core's worth of work; sharp would otherwise start threads of its own, and keep pictures.
      sharp.concurrency(1)
      sharp.cache(false)
      try {
        pipeline = await createPipeline(message.setup)
        send({ kind: 'ready', ready: null })
      } catch (error) {
        send({ kind: 'broken', message: describeError(error) })
      }
      return
    }
    try {
      if (!pipeline) throw new Error('The worker has not been set up')
      send({ kind: 'done', id: message.id, result: await answer(pipeline, message.job) })
    } catch (error) {
      if (error instanceof AppError) send({ kind: 'failed', id: message.id, code: error.code })
      else send({ kind: 'failed', id: message.id, code: 'face.failed', detail: describeError(error) })
    }
  })
}

if (parentPort) serve(parentPort)
