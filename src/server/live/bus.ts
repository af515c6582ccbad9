import 'server-only'
import { EventEmitter } from 'node:events'
import { Client } from 'pg'
import { type LiveEventPayload, liveEventSchema, type Topic } from '@/domain/live'
import { logger } from '../logger'

export const liveChannel = 'clockface_live'

/** What the database calls the listening connection of a process. */
export const liveConnectionName = 'clockface live'

export interface LiveEvent {
  id: bigint
  topic: Topic
  payload: LiveEventPayload
}

export interface Subscription {
  /** Resolves once every event from then on is heard, however long the database cannot be reached before. */
  heard: Promise<void>
  stop(): void
}

export interface LiveBus {
  /** Calls back for every event of the topics. */
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

function parseEvent(row: { id: string; topic: string; payload: unknown }): LiveEvent | null {
  const payload = liveEventSchema.safeParse(row.payload)
  return payload.success ? { id: BigInt(row.id), topic: row.topic as Topic, payload: payload.data } : null
}

/**
 * One LISTEN connection a process, feeding an in-process emitter. When the connection is lost it is made
 * again, and what was missed meanwhile is read from the table, so that subscribers see every event once.
 */
export function createLiveBus(databaseUrl: string, times: BusTimes = usualTimes): LiveBus {
  const emitter = new EventEmitter().setMaxListeners(0)
  let client: Client | null = null
  let closed = false
  let lastId: bigint | null = null
  let connecting: Promise<void> | null = null
  let heartbeat: ReturnType<typeof setInterval> | undefined

  function deliver(row: { id: string; topic: string; payload: unknown }) {
    const event = parseEvent(row)
    if (!event || (lastId !== null && event.id <= lastId)) return
    lastId = event.id
    emitter.emit(event.topic, event)
  }

  async function catchUp(connection: Client) {
    if (lastId === null) {
      const { rows } = await connection.query<{ id: string }>(
        'SELECT coalesce(max(id), 0)::text AS id FROM "LiveEvent"',
      )
      lastId = BigInt(rows[0]?.id ?? 0)
      return
    }
    const { rows } = await connection.query<{ id: string; topic: string; payload: unknown }>(
      // Named in full, because plain `id` would be the text that is selected, and 10 comes before 9 there.
      'SELECT id::text, topic, payload FROM "LiveEvent" WHERE id > $1 ORDER BY "LiveEvent".id',
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
    const waiting: string[] = []
    let ready = false
    let ended = false
    connection.on('notification', ({ payload }) => {
      if (!payload) return
      if (ready) deliver(JSON.parse(payload))
      else waiting.push(payload)
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
    ready = true
    for (const payload of waiting) deliver(JSON.parse(payload))
    client = connection
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
      for (const topic of topics) emitter.on(topic, onEvent)
      return {
        heard: ensureConnected(),
        stop() {
          for (const topic of topics) emitter.off(topic, onEvent)
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
