import { availableParallelism } from 'node:os'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { createFaceEngine } from '../../src/server/face/face-engine'
import { benchPictures } from './pictures'
import { quantile } from './statistics'

export interface LoadResult {
  workers: number
  picturesPerSecond: number
  /** Milliseconds from handing a picture over to its answer, with the queue as full as it was kept. */
  waitMedian: number
  /** 99th percentile of how late the main thread's timers came, in milliseconds. */
  loopDelayP99: number
  residentBytes: number
}

const SECONDS = 6
/** Pictures in the pool for each worker: one it works on, one that waits. */
const KEPT_FOR_EACH = 2
const RESOLUTION_MS = 5

/** Selfies without end, from a main thread that has nothing else to do, as the server has it. */
async function main(): Promise<LoadResult> {
  const workers = availableParallelism()
  const engine = await createFaceEngine({ workers })
  // One pass warms the workers up, and leaves out what the quality gate stops: that would be too quick.
  const passed = await Promise.all(
    (await benchPictures()).map(async (picture) =>
      (await engine.readSelfie(picture.jpeg)).ok ? [picture] : [],
    ),
  )
  const pictures = passed.flat()
  const waits: number[] = []
  let next = 0
  let until = Number.POSITIVE_INFINITY
  const feed = async () => {
    while (performance.now() < until) {
      const picture = pictures[next++ % pictures.length]
      if (!picture) return
      const start = performance.now()
      await engine.readSelfie(picture.jpeg)
      waits.push(performance.now() - start)
    }
  }
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS })
  delay.enable()
  const start = performance.now()
  until = start + SECONDS * 1000
  await Promise.all(Array.from({ length: workers * KEPT_FOR_EACH }, feed))
  const seconds = (performance.now() - start) / 1000
  delay.disable()
  const residentBytes = process.memoryUsage.rss()
  await engine.close()
  return {
    workers,
    picturesPerSecond: waits.length / seconds,
    waitMedian: quantile(waits, 0.5),
    // The histogram holds the whole time between two ticks; what is over the interval is the delay.
    loopDelayP99: Math.max(0, delay.percentile(99) / 1e6 - RESOLUTION_MS),
    residentBytes,
  }
}

main().then(
  (result) => process.send?.(result, () => process.exit(0)),
  (error: unknown) => {
    console.error(error)
    process.exit(1)
  },
)
