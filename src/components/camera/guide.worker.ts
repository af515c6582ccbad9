import { type FaceModel, loadFaceModel } from './guide-model'
import { observe } from './guide-observe'
import type { GuideAnswer, GuideRequest } from './guide-protocol'

const scope = self as unknown as DedicatedWorkerGlobalScope
const answer = (message: GuideAnswer) => scope.postMessage(message)

let model: FaceModel | null = null

// Human leaves a promise of its own behind when a model cannot be loaded, and never settles the one it gave.
scope.addEventListener('unhandledrejection', (event) => {
  event.preventDefault()
  if (!model) answer({ type: 'unavailable', reason: String(event.reason) })
})

scope.onmessage = async ({ data }: MessageEvent<GuideRequest>) => {
  const started = performance.now()
  const milliseconds = () => Math.round(performance.now() - started)
  if (data.type === 'load') {
    try {
      model = await loadFaceModel(data.modelsUrl)
      answer({ type: 'ready', backend: model.backend, milliseconds: milliseconds() })
    } catch (cause) {
      answer({ type: 'unavailable', reason: cause instanceof Error ? cause.message : String(cause) })
    }
    return
  }
  try {
    const observation = model && (await observe(model, data.frame, data.at))
    answer({ type: 'seen', observation, milliseconds: milliseconds() })
  } catch {
    answer({ type: 'seen', observation: null, milliseconds: milliseconds() })
  } finally {
    data.frame.close()
  }
}
