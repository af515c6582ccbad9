import 'server-only'
import type { ErrorCode } from '../../domain/errors'

/** What a worker sends: first that it is ready or why it cannot be, then one answer a job. */
export type FromWorker<Ready, Out> =
  | { kind: 'ready'; ready: Ready }
  | { kind: 'broken'; message: string }
  | { kind: 'done'; id: number; result: Out }
  | { kind: 'failed'; id: number; code: ErrorCode; detail?: string }

/** What a worker receives: first the set-up, then jobs. */
export type ToWorker<Setup, In> = { kind: 'start'; setup: Setup } | { kind: 'job'; id: number; job: In }
