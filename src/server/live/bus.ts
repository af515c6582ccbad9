import 'server-only'
import { Client } from 'pg'
import type { Topic } from '@/domain/live'
import { type LiveEventPayload, liveEventSchema } from '@/domain/live-schema'
import { logger } from '../logger'

export const liveChannel = 'clockface_live'

/** What the database calls the listening connection of a process. */
export const liveConnectionName = 'clockface live'

export interface LiveEvent {
  id: bigint
  topics: readonly Topic[]
  payload: LiveEventPayload
}

export interface Subscription {
  /** Resolves once every event from then on is heard, however long the database cannot be reached before. */
  heard: Promise<void>
  stop(): void
}

export interface LiveBus {
  /** Calls back for every event of the topics, once however many of them it has. */
  subscribe(topics: Topic[], onEvent: (event: LiveEvent) => void): Subscription
  close(): Promise<void>
}

interface BusTimes {
  /** How often the connection is asked for a sign of life: a line that broke without a word says nothing by itself. */
  heartbeatMs: number
  /** How long the database may take to answer before the connection counts as lost. */
  answerMs: number
}

const usualTimes: BusTimes = { heartbeatMs: 30_000, answerMs: 10_000 }

const RETRY_MS = 500

interface EventRow {
  id: string
  topics: Topic[]
  type: string
  payload: object
}

/** A notification: of an event that is too long for one, the id alone. */
type Notice = EventRow | Pick<EventRow, 'id'>

function parseEvent({ id, topics, type, payload }: EventRow): LiveEvent | null {
  const parsed = liveEventSchema.safeParse({ ...payload, type })
  return parsed.success ? { id: BigInt(id), topics, payload: parsed.data } : null
}

/**
 * One LISTEN connection a process, feeding an in-process emitter. When the connection is lost it is made
 * again, and what was missed meanwhile is read from the table, so that subscribers see every event once.
 */
export function createLiveBus(databaseUrl: string, times: BusTimes = usualTimes): LiveBus {
  const listeners = new Set<{ topics: ReadonlySet<Topic>; onEvent: (event: LiveEvent) => void }>()
  let client: Client | null = null
  let closed = false
  let lastId: bigint | null = null
  let connecting: Promise<void> | null = null
  let heartbeat: ReturnType<typeof setInterval> | undefined

  function deliver(row: EventRow) {
    const id = BigInt(row.id)
    if (lastId !== null && id <= lastId) return
    lastId = id
    const event = parseEvent(row)
    if (!event) return
    for (const { topics, onEvent } of [...listeners])
      if (event.topics.some((topic) => topics.has(topic))) onEvent(event)
  }

  async function catchUp(connection: Client) {
    if (lastId === null) {
      const { rows } = await connection.query<{ id: string }>(
        'SELECT coalesce(max(id), 0)::text AS id FROM "Event"',
      )
      lastId = BigInt(rows[0]?.id ?? 0)
      return
    }
    const { rows } = await connection.query<EventRow>(
      // Named in full, because plain `id` would be the text that is selected, and 10 comes before 9 there.
      'SELECT id::text, topics, type, payload FROM "Event" WHERE id > $1 ORDER BY "Event".id',
      [lastId.toString()],
    )
    for (const row of rows) deliver(row)
  }

  async function connect(): Promise<void> {
    const connection = new Client({
      connectionString: databaseUrl,
      application_name: liveConnectionName,
      keepAlive: true,
      connectionTimeoutMillis: times.answerMs,
      query_timeout: times.answerMs,
    })
    const waiting: Notice[] = []
    let ready = false
    let ended = false
    /** Delivers in order; whatever comes while the table is read waits for that. */
    async function drain() {
      ready = false
      for (let notice = waiting.shift(); notice; notice = waiting.shift()) {
        if ('topics' in notice) deliver(notice)
        else await catchUp(connection)
      }
      ready = true
    }
    connection.on('notification', ({ payload }) => {
      if (!payload) return
      waiting.push(JSON.parse(payload))
      if (ready) drain().catch(() => lost(connection))
    })
    const onEnd = () => {
      ended = true
      lost(connection)
    }
    connection.on('error', onEnd)
    connection.on('end', onEnd)
    try {
      await connection.connect()
      await connection.query(`LISTEN ${liveChannel}`)
      await catchUp(connection)
      if (closed || ended)
        throw new Error('The connection was lost, or the bus closed, while it was being made')
    } catch (error) {
      leave(connection)
      throw error
    }
    client = connection
    drain().catch(() => lost(connection))
    heartbeat = setInterval(
      () => connection.query('SELECT 1').catch(() => lost(connection)),
      times.heartbeatMs,
    )
  }

  /** Not waited for: a line that is half open never says that it has ended. */
  function leave(connection: Client) {
    connection.end().catch(() => undefined)
  }

  function lost(connection: Client) {
    if (client !== connection) return
    client = null
    clearInterval(heartbeat)
    leave(connection)
    if (closed) return
    logger.warn('live updates lost the database, connecting again')
    void ensureConnected()
  }

  function ensureConnected(): Promise<void> {
    if (client || closed) return Promise.resolve()
    connecting ??= (async () => {
      while (!client && !closed) {
        try {
          await connect()
        } catch {
          await new Promise((resolve) => setTimeout(resolve, RETRY_MS))
        }
      }
      connecting = null
    })()
    return connecting
  }

  return {
    subscribe(topics, onEvent) {
      const listener = { topics: new Set(topics), onEvent }
      listeners.add(listener)
      return {
        heard: ensureConnected(),
        stop() {
          listeners.delete(listener)
        },
      }
    },
    async close() {
      closed = true
      clearInterval(heartbeat)
      const connection = client
      client = null
      await connection?.end()
    },
  }
}
