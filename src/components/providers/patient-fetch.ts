/** Nobody is left waiting for an answer that does not come. */
const LONGEST_WAIT = 20_000
/** So slowly the server still takes what is sent, in bytes a second: pictures have the time that they need for it. */
const SLOWEST = 8 * 1024
const TRIES = 5
/** A longer wait is for the person to decide about. */
const LONGEST_PAUSE = 10
/** Of the wait that the server asks for, added by chance, so that not everybody comes back at once. */
const SPREAD = 0.5

/** How much of what is sent is pictures. */
function bytesOf(body: BodyInit | null | undefined): number {
  if (body instanceof Blob) return body.size
  if (!(body instanceof FormData)) return 0
  return [...body.values()].reduce((sum, value) => sum + (value instanceof Blob ? value.size : 0), 0)
}

function once(...[input, init]: Parameters<typeof fetch>): Promise<Response> {
  const late = AbortSignal.timeout(LONGEST_WAIT + (bytesOf(init?.body) / SLOWEST) * 1000)
  return fetch(input, { ...init, signal: init?.signal ? AbortSignal.any([init.signal, late]) : late })
}

/** Milliseconds after which a server without room wants to be asked again; null where it says nothing of it. */
function pauseOf(response: Response): number | null {
  const seconds = Number(response.headers.get('retry-after'))
  if (response.status !== 503 || !(seconds > 0) || seconds > LONGEST_PAUSE) return null
  return seconds * 1000 * (1 + Math.random() * SPREAD)
}

function wait(milliseconds: number, signal: AbortSignal | null | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds)
    signal?.addEventListener('abort', () => {
      clearTimeout(timer)
      reject(signal.reason)
    })
  })
}

/** Asks again, when it is told to, where the server had no room and did nothing. */
export const patientFetch: typeof fetch = async (input, init) => {
  for (let tries = 1; ; tries++) {
    const response = await once(input, init)
    const pause = pauseOf(response)
    if (pause === null || tries === TRIES) return response
    await response.body?.cancel()
    await wait(pause, init?.signal)
  }
}
