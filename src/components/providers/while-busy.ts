import { appErrorOf } from '@/components/words/app-error'

interface Patience {
  /** How often it is tried again. */
  times: number
  /** Milliseconds to the next try: so many, and up to `spread` more, so that not everybody comes back at once. */
  wait: number
  spread: number
}

/**
 * For a mutation that sends pictures: when a whole class comes in at once, the same pictures are worth another try before
 * anybody poses again.
 */
export function whileBusy({ times, wait, spread }: Patience) {
  return {
    retry: (failures: number, error: unknown) => appErrorOf(error)?.code === 'face.busy' && failures < times,
    retryDelay: () => wait + Math.random() * spread,
  }
}
