'use client'
import type { FaceObservation } from '@/domain/face/observation'
import type { GuideAnswer, GuideRequest } from './guide-protocol'

/** The page's side of the worker that looks at faces. */
export interface Guide {
  /** Whether it can look; false when a browser is too old or the models cannot be loaded. Never rejects. */
  ready: Promise<boolean>
  /** It has given up, or never could: there will be no more observations. */
  readonly gone: boolean
  /** Looks at a frame, which it takes over. Null when that failed, or while another frame is looked at. */
  look(frame: ImageBitmap, at: number): Promise<FaceObservation | null>
  stop(): void
}

const MODELS_URL = '/models/'
/** A device that cannot load the models or look at a frame in this time is better off with the button alone. */
const LOAD_WITHIN = 20_000
const LOOK_WITHIN = 10_000

export function startGuide(): Guide {
  try {
    // The worker draws frames too, and tells by itself when it cannot.
    if (typeof createImageBitmap === 'undefined') return noGuide
    return guideOn(new Worker(new URL('./guide.worker.ts', import.meta.url), { type: 'module' }))
  } catch {
    return noGuide
  }
}

function guideOn(worker: Worker): Guide {
  let gone = false
  let looking: ((seen: FaceObservation | null) => void) | null = null
  let deadline: ReturnType<typeof setTimeout>
  const { promise: ready, resolve: answerReady } = deferred<boolean>()
  const send = (message: GuideRequest, within: number, transfer: Transferable[] = []) => {
    clearTimeout(deadline)
    deadline = setTimeout(stop, within)
    worker.postMessage(message, transfer)
  }
  const answer = (seen: FaceObservation | null) => {
    clearTimeout(deadline)
    looking?.(seen)
    looking = null
  }
  const stop = () => {
    gone = true
    worker.terminate()
    answerReady(false)
    answer(null)
  }

  worker.onmessage = ({ data }: MessageEvent<GuideAnswer>) => {
    if (data.type === 'unavailable') return stop()
    answer(data.type === 'seen' ? data.observation : null)
    if (data.type === 'ready') answerReady(true)
  }
  worker.onerror = (event) => {
    event.preventDefault()
    stop()
  }
  send({ type: 'load', modelsUrl: new URL(MODELS_URL, location.origin).href }, LOAD_WITHIN)

  return {
    ready,
    get gone() {
      return gone
    },
    look(frame, at) {
      if (gone || looking) {
        frame.close()
        return Promise.resolve(null)
      }
      const { promise, resolve } = deferred<FaceObservation | null>()
      looking = resolve
      send({ type: 'look', frame, at }, LOOK_WITHIN, [frame])
      return promise
    },
    stop,
  }
}

const noGuide: Guide = {
  ready: Promise.resolve(false),
  gone: true,
  look(frame) {
    frame.close()
    return Promise.resolve(null)
  },
  stop() {},
}

function deferred<T>() {
  let resolve: (value: T) => void = () => {}
  const promise = new Promise<T>((settle) => {
    resolve = settle
  })
  return { promise, resolve }
}
