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

export interface LiveBus {
  /** Calls back for every event of the topics from now on; returns how to stop. Resolves once it is heard. */
  subscribe(topics: Topic[], onEvent: (event: LiveEvent) => void): Promise<() => void>
  close(): Promise<void>
}

const RETRY_MS = 500

function parseEvent(row: { id: string; topic: string; payload: unknown }): LiveEvent | null {
  const payload = liveEventSchema.safeParse(row.payload)
  return payload.success ? { id: BigInt(row.id), topic: row.topic as Topic, payload: payload.data } : null
}

/**
 * One LISTEN connection a process, feeding an in-process emitter. When the connection is lost it is made
 * again, and what was missed meanwhile is read from the table, so that subscribers see every event once.
 */
export function createLiveBus(databaseUrl: string): LiveBus {
  const emitter = new EventEmitter().setMaxListeners(0)
  let client: Client | null = null
  let closed = false
  let lastId: bigint | null = null
  let connecting: Promise<void> | null = null

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
      'SELECT id::text, topic, payload FROM "LiveEvent" WHERE id > $1 ORDER BY id',
      [lastId.toString()],
    )
    for (const row of rows) deliver(row)
  }

  async function connect(): Promise<void> {
    const connection = new Client({ connectionString: databaseUrl, application_name: liveConnectionName })
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
    await connection.connect()
    await connection.query(`LISTEN ${liveChannel}`)
    await catchUp(connection)
    ready = true
    for (const payload of waiting) deliver(JSON.parse(payload))
    if (closed) await connection.end()
    else if (ended) throw new Error('The connection was lost while it was being made')
    else client = connection
  }

  function lost(connection: Client) {
    if (client !== connection) return
    client = null
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
    async subscribe(topics, onEvent) {
      for (const topic of topics) emitter.on(topic, onEvent)
      await ensureConnected()
      return () => {
        for (const topic of topics) emitter.off(topic, onEvent)
      }
    },
    async close() {
      closed = true
      const connection = client
      client = null
      await connection?.end()
    },
  }
}
