import 'server-only'
import { isTrackedEnvelope } from '@trpc/server'
import { errorFields, logger } from '../logger'

const PING_MS = 15_000
/** A stream ends now and then, so that whoever may no longer look is asked again who they are. */
const MAX_MS = 5 * 60_000

interface StreamTimes {
  pingMs: number
  maxMs: number
}

function isStream(value: unknown): value is AsyncIterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value
}

/** What has no place in the order of events is for our own pages. */
function written(told: unknown): string {
  if (!Array.isArray(told) || !isTrackedEnvelope(told)) return ''
  const [id, event] = told
  return `id: ${id}\ndata: ${JSON.stringify(event)}\n\n`
}

/**
 * The events of a subscription as any client reads them. `begin` is given the signal that ends it. Whoever may not
 * listen is told before the stream begins, so that they get a status and no stream.
 */
export async function eventResponse(
  request: Request,
  begin: (signal: AbortSignal) => Promise<unknown>,
  headers: Record<string, string>,
  { pingMs, maxMs }: StreamTimes = { pingMs: PING_MS, maxMs: MAX_MS },
): Promise<Response> {
  const ending = new AbortController()
  const signal = AbortSignal.any([request.signal, ending.signal])
  const stream = await begin(signal)
  if (!isStream(stream)) throw new Error('A subscription gives events')
  const events = stream[Symbol.asyncIterator]()
  const first = await events.next()
  const encoder = new TextEncoder()
  let open = true
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const send = (text: string) => {
        if (open) controller.enqueue(encoder.encode(text))
      }
      const ping = setInterval(() => send(': ping\n\n'), pingMs)
      const end = setTimeout(() => ending.abort(), maxMs)
      send('retry: 3000\n\n')
      void tell(events, first, send)
        .catch((error) => logger.error('a stream of events failed', errorFields(error)))
        .finally(() => {
          clearInterval(ping)
          clearTimeout(end)
          if (open) controller.close()
          open = false
        })
    },
    cancel() {
      open = false
      ending.abort()
    },
  })
  return new Response(body, {
    headers: {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
      ...headers,
    },
  })
}

async function tell(
  events: AsyncIterator<unknown>,
  first: IteratorResult<unknown>,
  send: (text: string) => void,
): Promise<void> {
  for (let next = first; !next.done; next = await events.next()) {
    const text = written(next.value)
    if (text) send(text)
  }
}
