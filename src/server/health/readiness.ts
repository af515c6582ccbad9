import 'server-only'
import { readdir, statfs } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Pool } from 'pg'
import { hasRoom } from '@/domain/space'
import { faceReadiness } from '../face/face-engine'
import { logger } from '../logger'

const PATIENCE_MS = 2000
/** Whoever asks within this time is told what was found last: asking costs a write. */
const FRESH_MS = 1000

/** What a server needs to be of use. */
export type Need = 'write' | 'space' | 'migrations' | 'engine'

export interface ReadinessContext {
  pool: Pool
  /** Folder of this installation's data. */
  dataDir: string
  /** Folder of the models; by default that of this installation. */
  modelsDir?: string
  migrationsDir?: string
}

/** What is asked for, held against the time; whatever fails or is silent is not there. */
async function inTime(look: Promise<boolean>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS, false)
  })
  return Promise.race([look.catch(() => false), tooLate]).finally(() => clearTimeout(timer))
}

/** Writes for real, and waits until it is committed. */
async function writes(pool: Pool): Promise<boolean> {
  await pool.query(
    `INSERT INTO "TryCount" (key, points, expire) VALUES ('health', 0, now() + interval '1 hour')
     ON CONFLICT (key) DO UPDATE SET expire = EXCLUDED.expire`,
  )
  return true
}

async function isMigrated(pool: Pool, dir = resolve('prisma/migrations')): Promise<boolean> {
  const { rows } = await pool.query<{ name: string }>(
    'SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
  )
  const applied = new Set(rows.map(({ name }) => name))
  const entries = await readdir(dir, { withFileTypes: true })
  return entries.every((entry) => !entry.isDirectory() || applied.has(entry.name))
}

/** What this server lacks at this moment; nothing where it is ready. */
export async function lacking(ctx: ReadinessContext): Promise<Need[]> {
  const looks: Record<Need, Promise<boolean>> = {
    write: inTime(writes(ctx.pool)),
    space: inTime(statfs(ctx.dataDir).then(hasRoom)),
    migrations: inTime(isMigrated(ctx.pool, ctx.migrationsDir)),
    engine: inTime(faceReadiness(ctx.modelsDir).then(({ recogniser }) => recogniser !== null)),
  }
  const found = await Promise.all(
    Object.entries(looks).map(async ([need, there]) => ((await there) ? [] : [need as Need])),
  )
  return found.flat()
}

interface Look {
  lacks: Promise<Need[]>
  /** When it was done; null while it lasts. */
  doneAt: number | null
}

const shared = globalThis as typeof globalThis & {
  clockfaceReadiness?: WeakMap<Pool, Look>
  clockfaceLacks?: string
}

/** The same, looked up at most once a second however many ask, and told in the log whenever it changes. */
export function readiness(ctx: ReadinessContext): Promise<Need[]> {
  shared.clockfaceReadiness ??= new WeakMap()
  const known = shared.clockfaceReadiness.get(ctx.pool)
  if (known && (known.doneAt === null || performance.now() - known.doneAt < FRESH_MS)) return known.lacks
  const look: Look = { lacks: lacking(ctx), doneAt: null }
  shared.clockfaceReadiness.set(ctx.pool, look)
  void look.lacks.then((lacks) => {
    look.doneAt = performance.now()
    tell(lacks.join(', '))
  })
  return look.lacks
}

function tell(lacks: string) {
  const told = shared.clockfaceLacks ?? ''
  shared.clockfaceLacks = lacks
  if (lacks === told) return
  if (lacks) logger.error('the server is not ready', { lacks })
  else logger.info('the server is ready again')
}
