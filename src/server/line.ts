import 'server-only'

export type Line = ReturnType<typeof makeLine>

/** So many are served at once; who finds no place waits for one, in the order in which they came. */
export function makeLine(atOnce: number) {
  let served = 0
  const waiting: Array<() => void> = []
  return {
    /** How many wait. */
    length: () => waiting.length,
    isFull: () => served >= atOnce,
    isEmpty: () => served === 0,
    async enter(): Promise<void> {
      if (served < atOnce) served++
      else await new Promise<void>((resolve) => waiting.push(resolve))
    },
    leave(): void {
      const next = waiting.shift()
      // Whoever is next takes the place that is free.
      if (next) next()
      else served--
    },
  }
}
