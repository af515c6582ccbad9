import 'server-only'
import { tracked } from '@trpc/server'
import { liveEventSchema, type Topic } from '@/domain/live'
import type { ServiceContext } from '../context'
import type { LiveEvent } from './bus'

/** How many events are read from the table at once while a client catches up. */
const REPLAY_PAGE = 200

/** The id to begin a stream from: everything that a snapshot read after this call may lack has a higher one. */
export async function latestEventId(ctx: Pick<ServiceContext, 'db'>): Promise<string> {
  const latest = await ctx.db.liveEvent.aggregate({ _max: { id: true } })
  return (latest._max.id ?? 0n).toString()
}

/**
 * Every event of the topics after `lastEventId`, in order and once each, until the signal ends it: listens
 * first, replays what is in the table, then goes live and drops what the replay already gave.
 */
export async function* eventStream(
  ctx: Pick<ServiceContext, 'db' | 'live'>,
  topics: Topic[],
  lastEventId: string,
  signal: AbortSignal | undefined,
) {
  const queue: LiveEvent[] = []
  let wake: () => void = () => {}
  const stop = await ctx.live.subscribe(topics, (event) => {
    queue.push(event)
    wake()
  })
  const onAbort = () => wake()
  signal?.addEventListener('abort', onAbort)
  let last = BigInt(lastEventId)
  try {
    for (;;) {
      const page = await ctx.db.liveEvent.findMany({
        where: { topic: { in: topics }, id: { gt: last } },
        orderBy: { id: 'asc' },
        take: REPLAY_PAGE,
      })
      for (const event of page) {
        last = event.id
        yield tracked(event.id.toString(), liveEventSchema.parse(event.payload))
      }
      if (page.length < REPLAY_PAGE) break
    }
    while (!signal?.aborted) {
      const event = queue.shift()
      if (!event) {
        await new Promise<void>((resolve) => {
          wake = resolve
        })
        continue
      }
      if (event.id <= last) continue
      last = event.id
      yield tracked(event.id.toString(), event.payload)
    }
  } finally {
    signal?.removeEventListener('abort', onAbort)
    stop()
  }
}
