import { mkdtemp, rm } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { runMigrations } from 'graphile-worker'
import pg from 'pg'
import type { ServiceContext } from '../../src/server/context/context'
import { clientOf } from '../../src/server/db/client-of'
import type { PrismaClient } from '../../src/server/db/generated/client'
import { readVariables, wantedRates } from '../../src/server/env'
import { createFaceEngine, type FaceEngine } from '../../src/server/face/face-engine'
import { createLiveBus, type LiveBus } from '../../src/server/live/bus'
import { migrate } from '../database/migrations'
import { ensureDatabase, startPostgres } from '../setup/postgres'

/** Counts what every connection of a pool sends from now on. */
function countStatements(pool: pg.Pool): () => number {
  let count = 0
  pool.on('connect', (client) => {
    const query = client.query
    client.query = (...args: unknown[]) => {
      count++
      return Reflect.apply(query, client, args)
    }
  })
  return () => count
}

interface Given {
  db: PrismaClient
  live: LiveBus
  dir: string
  /** None where nobody's face is read. */
  engine?: FaceEngine
  clock?: () => Date
}

/** What the services are given, as the server gives it. */
export function benchContext({ db, live, dir, engine, clock = () => new Date() }: Given): ServiceContext {
  return {
    ...{ db, clock, live },
    faceEngine: () => (engine ? Promise.resolve(engine) : Promise.reject(new Error('No face is read here'))),
    recogniser: () => Promise.resolve(engine?.recogniser ?? null),
    mail: null,
    settings: {
      faceKey: Buffer.alloc(32, 1),
      ticketKey: Buffer.alloc(32, 2),
      ledgerKey: Buffer.alloc(32, 3),
      ledgerFile: join(dir, 'ledger.json'),
      erasureFile: join(dir, 'erasures.jsonl'),
      keepEnrolmentPhotos: true,
      evidenceDays: 30,
      operator: { name: null, email: null },
      wantedRates: wantedRates(readVariables({})),
      appointment: 'open',
      publicUrl: null,
      reach: { TRUST_PROXY: false },
    },
    via: 'WEB',
    address: 'bench',
    device: null,
    actor: null,
    signInId: null,
    named: async () => null,
    scopes: 'all',
    kiosk: null,
  }
}

/** Does work with the services as the server has them: a PostgreSQL of its own, and an engine with a worker a core. */
export async function withBenchServer<Result>(
  work: (ctx: ServiceContext, engine: FaceEngine, statements: () => number) => Promise<Result>,
): Promise<Result> {
  const dir = await mkdtemp(join(tmpdir(), 'clockface-bench-'))
  const postgres = await startPostgres({ dir: join(dir, 'postgres'), password: 'throwaway', throwaway: true })
  await ensureDatabase(postgres, 'bench')
  const url = postgres.url('bench')
  await migrate(url)
  await runMigrations({ connectionString: url })
  const pool = new pg.Pool({ connectionString: url })
  // PostgreSQL is ended before every connection has said goodbye.
  pool.on('error', () => undefined)
  const statements = countStatements(pool)
  const db = clientOf(pool)
  const engine = await createFaceEngine({ workers: availableParallelism() })
  const live = createLiveBus(url)
  const ctx = benchContext({ db, live, dir, engine })
  try {
    return await work(ctx, engine, statements)
  } finally {
    await engine.close()
    await live.close()
    await db.$disconnect()
    await pool.end()
    await postgres.stop()
    await rm(dir, { recursive: true, force: true })
  }
}
