'use client'
import type { FaceObservation } from '@/domain/face/observation'
import type { GuideAnswer, GuideRequest } from './guide-protocol'

const MODELS_URL = '/models/'
/** A device that cannot load the models in this time is better off with the button alone. */
const LOAD_WITHIN = 20_000
/** A worker stays this long after the last camera closed, so that the next picture does not load it again. */
const KEEP_FOR = 30_000

/** The page's side of the worker that looks at faces. */
export interface Guide {
  /** Whether it can look; false when a browser is too old or the models cannot be loaded. Never rejects. */
  ready: Promise<boolean>
  /** Whether a frame is being looked at: there is never more than one. */
  readonly busy: boolean
  /** Looks at a frame, which it takes over. Null when that failed, or while another frame is looked at. */
  look(frame: ImageBitmap, at: number): Promise<FaceObservation | null>
}

let shared: { guide: Guide; stop: () => void } | null = null
let users = 0
let leaving: ReturnType<typeof setTimeout> | undefined

/** The one guide of this page, loading from the first call on; call early to have it ready. Give it back with `releaseGuide`. */
export function takeGuide(): Guide {
  clearTimeout(leaving)
  users++
  shared ??= startGuide()
  return shared.guide
}

export function releaseGuide(): void {
  users--
  if (users > 0) return
  leaving = setTimeout(() => {
    shared?.stop()
    shared = null
  }, KEEP_FOR)
}

function startGuide(): { guide: Guide; stop: () => void } {
  if (typeof Worker === 'undefined' || typeof createImageBitmap === 'undefined') return withoutGuide()
  let worker: Worker
  try {
    worker = new Worker(new URL('./guide.worker.ts', import.meta.url), { type: 'module' })
  } catch {
    return withoutGuide()
  }
  let answerReady: (ready: boolean) => void = () => {}
  const ready = new Promise<boolean>((resolve) => {
    answerReady = resolve
  })
  let answerLook: ((seen: FaceObservation | null) => void) | null = null
  const seen = (observation: FaceObservation | null) => {
    answerLook?.(observation)
    answerLook = null
  }
  const send = (message: GuideRequest, transfer: Transferable[] = []) => worker.postMessage(message, transfer)
  const giveUp = () => {
    answerReady(false)
    seen(null)
  }
  const tooLate = setTimeout(giveUp, LOAD_WITHIN)

  worker.onmessage = ({ data }: MessageEvent<GuideAnswer>) => {
    if (data.type === 'seen') return seen(data.observation)
    clearTimeout(tooLate)
    answerReady(data.type === 'ready')
  }
  worker.onerror = (event) => {
    event.preventDefault()
    giveUp()
  }
  send({ type: 'load', modelsUrl: new URL(MODELS_URL, location.origin).href })

  const guide: Guide = {
    ready,
    get busy() {
      return answerLook !== null
    },
    look(frame, at) {
      if (answerLook) {
        frame.close()
        return Promise.resolve(null)
      }
      return new Promise((resolve) => {
        answerLook = resolve
        send({ type: 'look', frame, at }, [frame])
      })
    },
  }
  return {
    guide,
    stop: () => {
      clearTimeout(tooLate)
      worker.terminate()
      giveUp()
    },
  }
}

function withoutGuide(): { guide: Guide; stop: () => void } {
  const look = (frame: ImageBitmap) => {
    frame.close()
    return Promise.resolve(null)
  }
  return { guide: { ready: Promise.resolve(false), busy: false, look }, stop: () => {} }
}
