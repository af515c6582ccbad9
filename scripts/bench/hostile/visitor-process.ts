import { setTimeout as wait } from 'node:timers/promises'
import { call, endCalls, VISITOR } from './call'

/** Health is asked so often while a flood goes on. */
const PAUSE_MS = 50
/** What a server that does not answer counts for. */
const DEAF_MS = 20_000

/** Somebody who only wants to use the app, in a process of their own: what flooding costs the flooder is no wait of theirs. */
const origin = process.argv[2] ?? ''
let asking = false
let waited: number[] = []

async function healthMs(): Promise<number> {
  const began = performance.now()
  const { status } = await call(origin, { path: '/api/health/live', from: VISITOR })
  return status === 200 ? performance.now() - began : DEAF_MS
}

async function ask(): Promise<void> {
  while (asking) {
    waited.push(await healthMs())
    await wait(PAUSE_MS)
  }
  process.send?.(waited)
  waited = []
}

process.on('message', (told: 'begin' | 'end' | 'leave') => {
  asking = told === 'begin'
  if (asking) void ask()
  if (told !== 'leave') return
  endCalls()
  process.disconnect()
})
