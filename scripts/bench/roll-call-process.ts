import { Pyramid } from '../../src/domain/face/resample'
import { readVariables } from '../../src/server/env'
import { decodePicture, GROUP_PIXELS } from '../../src/server/face/decode'
import { encodeCrop } from '../../src/server/face/encode'
import { createFaceEngine } from '../../src/server/face/face-engine'
import { findGroup } from '../../src/server/face/find-group'
import { measureFace } from '../../src/server/face/measure-face'
import { type Model, openModel } from '../../src/server/face/onnx-model'
import { GROUP_SIDE, SMALLEST_EYES } from '../../src/server/face/read-group'
import { openRecogniser } from '../../src/server/face/recognise'
import { presentModels } from './clockface'
import { GROUP_FACES, groupPhoto } from './group-photo'
import { cpuSince } from './timings'

export interface RollCallRounds {
  recogniser: string
  /** Milliseconds from handing the photo over to its answer, through the engine and its workers; one a round. */
  wholeMs: number[]
  /** Milliseconds of processor time for the same, all threads together: other programs hardly touch it. */
  wholeCpuMs: number[]
  bareCpuMs: number[]
  /** Milliseconds of each stage, one list a stage. */
  stagesMs: Record<string, number[]>
  /** Milliseconds of all runs that one photo needs of each model, bare; one a round. */
  bareMs: Record<string, number[]>
  /** How often each model runs for the photo. */
  runs: Record<string, number>
  residentBytes: number
}

/** A model that counts its runs. */
function counted(model: Model): Model & { runs: number } {
  return {
    input: model.input,
    runs: 0,
    run() {
      this.runs++
      return model.run()
    },
  }
}

async function main(rounds: number): Promise<RollCallRounds> {
  const photo = await groupPhoto()
  const { MODELS_DIR: dir } = readVariables()
  const { recogniser, pad } = await presentModels()
  const engine = await createFaceEngine({ recogniser, pad })
  const detector = counted(await openModel('blazeface', dir))
  const facemesh = counted(await openModel('facemesh', dir))
  const { model, vectorOf, runsPerFace } = await openRecogniser(recogniser, dir)
  const results: RollCallRounds = {
    recogniser,
    wholeMs: [],
    wholeCpuMs: [],
    bareCpuMs: [],
    stagesMs: {},
    bareMs: {},
    runs: {},
    residentBytes: 0,
  }
  const timed = async <T>(into: Record<string, number[]>, key: string, work: () => T | Promise<T>) => {
    const start = performance.now()
    const result = await work()
    into[key] = [...(into[key] ?? []), performance.now() - start]
    return result
  }
  const stage = <T>(key: string, work: () => T | Promise<T>) => timed(results.stagesMs, key, work)
  const bare = (key: string, net: Model, runs: number) => {
    results.runs[key] = runs
    return timed(results.bareMs, key, async () => {
      for (let run = 0; run < runs; run++) await net.run()
    })
  }

  for (let round = -1; round < rounds; round++) {
    // The first round only warms up.
    if (round === 0)
      for (const list of [results.stagesMs, results.bareMs]) for (const key in list) list[key] = []
    const start = performance.now()
    const usedBefore = process.cpuUsage()
    const { faces } = await engine.readGroup(photo)
    if (round >= 0) {
      results.wholeMs.push(performance.now() - start)
      results.wholeCpuMs.push(cpuSince(usedBefore))
    }
    if (faces.length !== GROUP_FACES || faces.some(({ vector }) => !vector)) {
      throw new Error(`${faces.length} faces were found where there are ${GROUP_FACES}`)
    }

    detector.runs = 0
    facemesh.runs = 0
    const decoded = await stage('decode', () =>
      decodePicture(photo, { maxPixels: GROUP_PIXELS, side: GROUP_SIDE }),
    )
    const pyramid = new Pyramid(decoded.pixels)
    const found = await stage('find', () => findGroup({ detector, facemesh }, pyramid, SMALLEST_EYES))
    const looks = { detector: detector.runs, facemesh: facemesh.runs }
    await stage('measure', () => {
      for (const face of found) measureFace(pyramid, face)
    })
    await stage('recognise', async () => {
      for (const face of found) await vectorOf(pyramid, face.mesh)
    })
    await stage('crops', () => Promise.all(found.map(({ box }) => encodeCrop(pyramid, box))))
    const bareBefore = process.cpuUsage()
    await bare('blazeface', detector, looks.detector)
    await bare('facemesh', facemesh, looks.facemesh)
    await bare('recogniser', model, found.length * runsPerFace)
    if (round >= 0) results.bareCpuMs.push(cpuSince(bareBefore))
  }
  results.residentBytes = process.memoryUsage.rss()
  await engine.close()
  return results
}

main(Number(process.argv[2])).then(
  (results) => process.send?.(results, () => process.exit(0)),
  (error: unknown) => {
    console.error(error)
    process.exit(1)
  },
)
