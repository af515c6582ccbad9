import 'server-only'
import type { Transferable as Movable, Worker } from 'node:worker_threads'
import { AppError, type ErrorCode } from '../../domain/errors'
import type { FromWorker, ToWorker } from './messages'
import { nextJob } from './next-job'

/** How long a batch may take. */
export interface PoolTimes {
  /** Milliseconds until the first job of a batch must have begun. */
  waitMs: number
  /** Milliseconds until a batch must be answered, waiting included. */
  timeoutMs: number
  /** Milliseconds that one job may keep a worker; by default `timeoutMs`. */
  workMs?: number
}

export interface PoolOptions<Setup> extends PoolTimes {
  /** Worker threads. */
  size: number
  /** Quick jobs that may wait for a worker, and as many long ones. */
  queueLimit: number
  setup: Setup
  spawn: () => Worker
  /** Told about what nobody expected: a worker that ended, a job that failed for no reason a person can change. */
  onTrouble?: (detail: string) => void
}

/** Makes a job ready to be sent, when its turn has come: what it moves to the worker is copied no earlier. */
export type Prepare<In> = () => { job: In; move: Movable[] }

export interface Pool<In, Out, Ready> {
  /** What the first worker said when it was ready. */
  readonly ready: Ready
  /**
   * Runs the jobs of one batch, each on the next free worker, and answers in their order. The queue takes all of them
   * or none; when one fails, those that still wait are dropped. Throws AppError `face.busy` when the queue is full or
   * the wait too long, `face.failed` when a worker died or took too long, and the code that a worker answered with.
   * With times of its own a batch is long: long jobs run one at a time and let quick ones go between (nextJob).
   */
  run(batch: readonly Prepare<In>[], long?: PoolTimes): Promise<Out[]>
  close(): Promise<void>
}

interface Batch<Out> {
  results: Map<number, Out>
  size: number
  /** When it must be answered, by the clock of `performance.now()`. */
  deadline: number
  workMs: number
  begun: boolean
  timer: NodeJS.Timeout
  resolve: (results: Out[]) => void
  reject: (error: AppError) => void
}

interface Job<In, Out> {
  id: number
  /** Its place in the batch. */
  place: number
  batch: Batch<Out>
  long: boolean
  prepare: Prepare<In>
}

interface Seat<In, Out> {
  worker: Worker
  ready: boolean
  job: Job<In, Out> | null
  timer?: NodeJS.Timeout
}

/** A worker that dies while starting is tried again after this long, so that a broken machine is not worn out. */
const RESTART_DELAY_MS = 1000

/** Starts the workers and waits until all are ready; rejects with the first worker's reason where one cannot be. */
export async function createPool<Setup, In, Out, Ready>(
  options: PoolOptions<Setup>,
): Promise<Pool<In, Out, Ready>> {
  const seats = new Set<Seat<In, Out>>()
  let queue: Job<In, Out>[] = []
  let nextId = 1
  let lastWasLong = false
  let closed = false

  function fail(batch: Batch<Out>, code: ErrorCode) {
    clearTimeout(batch.timer)
    queue = queue.filter((job) => job.batch !== batch)
    batch.reject(new AppError(code))
  }

  function finish({ batch, place }: Job<In, Out>, result: Out) {
    batch.results.set(place, result)
    if (batch.results.size < batch.size) return
    clearTimeout(batch.timer)
    batch.resolve([...batch.results].sort(([a], [b]) => a - b).map(([, each]) => each))
  }

  function begin(batch: Batch<Out>) {
    if (batch.begun) return
    batch.begun = true
    clearTimeout(batch.timer)
    batch.timer = setTimeout(() => fail(batch, 'face.failed'), batch.deadline - performance.now())
  }

  function feed() {
    for (const seat of seats) {
      if (!seat.ready || seat.job) continue
      const longRunning = [...seats].some((each) => each.job?.long)
      const place = nextJob(queue, { longRunning, lastWasLong })
      const job = queue[place]
      if (!job) return
      queue.splice(place, 1)
      lastWasLong = job.long
      begin(job.batch)
      // Ending the worker is the only way to stop work that does not come back; its exit fails the job.
      seat.timer = setTimeout(() => void seat.worker.terminate(), job.batch.workMs)
      seat.job = job
      const prepared = job.prepare()
      const message: ToWorker<Setup, In> = { kind: 'job', id: job.id, job: prepared.job }
      seat.worker.postMessage(message, prepared.move)
    }
  }

  function take(): Promise<Ready> {
    const seat: Seat<In, Out> = { worker: options.spawn(), ready: false, job: null }
    seats.add(seat)
    const starting = new Promise<Ready>((resolve, reject) => {
      let reason = 'The worker ended'
      seat.worker.on('message', (message: FromWorker<Ready, Out>) => {
        if (message.kind === 'ready') {
          seat.ready = true
          // From here on a job's timer keeps the process alive, an idle worker does not.
          seat.worker.unref()
          resolve(message.ready)
        } else if (message.kind === 'broken') {
          reason = message.message
          void seat.worker.terminate()
        } else if (seat.job?.id === message.id) {
          const { job } = seat
          clearTimeout(seat.timer)
          seat.job = null
          if (message.kind === 'done') finish(job, message.result)
          else {
            if (message.detail) options.onTrouble?.(message.detail)
            fail(job.batch, message.code)
          }
        }
        feed()
      })
      seat.worker.on('error', (error) => {
        reason = error instanceof Error ? error.message : String(error)
      })
      seat.worker.on('exit', () => {
        seats.delete(seat)
        clearTimeout(seat.timer)
        if (seat.job) fail(seat.job.batch, 'face.failed')
        if (!seat.ready) reject(new Error(reason))
        else if (!closed) {
          options.onTrouble?.(reason)
          replace()
        }
      })
    })
    const message: ToWorker<Setup, In> = { kind: 'start', setup: options.setup }
    seat.worker.postMessage(message)
    return starting
  }

  function replace() {
    take().catch((error: Error) => {
      options.onTrouble?.(error.message)
      if (!closed) setTimeout(() => !closed && replace(), RESTART_DELAY_MS).unref()
    })
  }

  async function close() {
    closed = true
    for (const job of [...queue]) fail(job.batch, 'face.failed')
    await Promise.all([...seats].map((seat) => seat.worker.terminate()))
  }

  const starts = await Promise.allSettled(Array.from({ length: options.size }, take))
  const failed = starts.find((start) => start.status === 'rejected')
  const [first] = starts
  if (failed || first?.status !== 'fulfilled') {
    await close()
    throw failed?.reason ?? new RangeError('A pool needs at least one worker')
  }

  return {
    ready: first.value,
    run: (prepares, longTimes) =>
      new Promise((resolve, reject) => {
        if (closed) return reject(new AppError('face.failed'))
        const long = longTimes !== undefined
        const times: PoolTimes = longTimes ?? options
        const free = [...seats].filter((seat) => seat.ready && !seat.job).length
        const waiting = queue.filter((job) => job.long === long).length
        if (waiting + prepares.length - free > options.queueLimit) {
          return reject(new AppError('face.busy'))
        }
        const batch: Batch<Out> = {
          results: new Map(),
          size: prepares.length,
          deadline: performance.now() + times.timeoutMs,
          workMs: times.workMs ?? times.timeoutMs,
          begun: false,
          timer: setTimeout(() => fail(batch, 'face.busy'), times.waitMs),
          resolve,
          reject,
        }
        for (const [place, prepare] of prepares.entries()) {
          queue.push({ id: nextId++, place, batch, long, prepare })
        }
        feed()
      }),
    close,
  }
}
