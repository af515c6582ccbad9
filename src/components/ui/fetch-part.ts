const RETRY_MS = 3_000

/**
 * Fetches a part of the app; asks again while there is no network.
 * @param onMissed called after the first try that failed.
 * @returns how to give up.
 */
export function fetchPart<Part>(
  load: () => Promise<Part>,
  onFound: (part: Part) => void,
  onMissed?: (error: unknown) => void,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let over = false
  const ask = (missed?: typeof onMissed) =>
    load().then(
      (part) => over || onFound(part),
      (error: unknown) => {
        if (over) return
        missed?.(error)
        timer = setTimeout(ask, RETRY_MS)
      },
    )
  void ask(onMissed)
  return () => {
    over = true
    clearTimeout(timer)
  }
}
