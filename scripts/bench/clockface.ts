import { mostCentral } from '../../src/domain/face/main-face'
import { Pyramid } from '../../src/domain/face/resample'
import type { BuiltInRecogniser } from '../../src/domain/face/thresholds'
import { readVariables } from '../../src/server/env'
import { decodePicture, SELFIE_PIXELS } from '../../src/server/face/decode'
import { encodePhoto, encodeSnapshot } from '../../src/server/face/encode'
import { findFaces } from '../../src/server/face/find'
import { availableModels } from '../../src/server/face/model-store'
import { openModel } from '../../src/server/face/onnx-model'
import { createPipeline } from '../../src/server/face/pipeline'
import { liveProbability } from '../../src/server/face/presentation-attack'
import { openRecogniser } from '../../src/server/face/recognise'
import { type Contender, cpuSince } from './timings'

/** The better recogniser whose model is there, as the app chooses it. */
export async function presentModels(): Promise<{ recogniser: BuiltInRecogniser; pad: boolean }> {
  const { recognisers: present, pad } = await availableModels(readVariables().MODELS_DIR)
  return { recogniser: present.includes('retail-0095') ? 'retail-0095' : 'dlib', pad }
}

/**
 * Our engine in this thread, without the pool: to the vector, the whole selfie, each stage alone, and each model's bare
 * run on the input that the stages left in it.
 */
export async function startClockface(): Promise<Contender> {
  const dir = readVariables().MODELS_DIR
  const { recogniser, pad } = await presentModels()
  const pipeline = await createPipeline({ modelsDir: dir, recogniser, pad })
  const detector = await openModel('blazeface', dir)
  const facemesh = await openModel('facemesh', dir)
  const { model: recogniserNet, vectorOf, runsPerFace: runs } = await openRecogniser(recogniser, dir)
  const padNet = pad ? await openModel('minifasnet-v2', dir) : undefined

  return {
    async time(jpeg) {
      const timings: Record<string, number> = {}
      const timed = async <T>(key: string, work: () => T | Promise<T>): Promise<T> => {
        const start = performance.now()
        const result = await work()
        timings[key] = performance.now() - start
        return result
      }
      const used = process.cpuUsage()
      const described = await timed('total', () => pipeline.describe(jpeg))
      timings.cpu = cpuSince(used)
      if (!described) return undefined
      const selfie = await timed('selfie', () => pipeline.readSelfie(jpeg))
      // A refused selfie is quicker: it stops at the quality gate.
      if (!selfie.ok) delete timings.selfie

      const decoded = await timed('decode', () =>
        decodePicture(jpeg, { maxPixels: SELFIE_PIXELS, side: 1024 }),
      )
      const pyramid = new Pyramid(decoded.pixels)
      const faces = await timed('find', () => findFaces({ detector, facemesh }, pyramid))
      const face = mostCentral(faces, decoded.pixels)
      if (!face) return undefined
      await timed('recognise', () => vectorOf(pyramid, face.mesh))
      if (padNet) await timed('pad', () => liveProbability(padNet, pyramid, face.box))
      await timed('photo', () => encodePhoto(decoded.pixels))
      await timed('snapshot', () => encodeSnapshot(decoded.pixels, face.box))

      await timed('bare blazeface', () => detector.run())
      await timed('bare facemesh', () => facemesh.run())
      await timed('bare recogniser', async () => {
        for (let run = 0; run < runs; run++) await recogniserNet.run()
      })
      if (padNet) await timed('bare minifasnet', () => padNet.run())
      return timings
    },
  }
}
