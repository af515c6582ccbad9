import { randomInt } from 'node:crypto'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import pg from 'pg'
import { z } from 'zod'
import type { FaceEngine } from '../../src/server/face/face-engine'
import { writePrivately } from './secrets'

const demo = z.object({
  password: z.string(),
  /** Absent while the seed has not come to its end. */
  accounts: z.array(z.object({ name: z.string(), email: z.string(), role: z.string() })).optional(),
  /** Whether the database knows which accounts these are: it did not at first. */
  known: z.boolean().optional(),
})

export type Demo = z.output<typeof demo>

interface SeedOptions {
  databaseUrl: string
  faceKey: string
  modelsDir: string
}

/** prisma/seed.ts, as far as it matters here. */
interface Seed {
  seedDemo(options: {
    databaseUrl: string
    password: string
    now: Date
    faceKey: string
    engine: FaceEngine | null
  }): Promise<NonNullable<Demo['accounts']>>
}

const seedFile = resolve('prisma/seed.ts')
const fileOf = (dataDir: string) => join(dataDir, 'demo.json')

/** The demo accounts of this installation, if it has any. */
function readDemo(dataDir: string): Demo | undefined {
  const file = fileOf(dataDir)
  return existsSync(file) ? demo.parse(JSON.parse(readFileSync(file, 'utf8'))) : undefined
}

/** Any number that no other advisory lock of the database uses. */
const SEED_LOCK = 7_204_920

/** Fills a database that nobody has used yet, and keeps the password that was made up for it. */
export async function seedIfEmpty(
  dataDir: string,
  options: SeedOptions,
): Promise<{ outcome: string; made?: Demo }> {
  if (!existsSync(seedFile)) return { outcome: 'none' }
  return withClient(options.databaseUrl, async (client) => {
    // Two processes that start on one database at once make one demo.
    await client.query('SELECT pg_advisory_lock($1)', [SEED_LOCK])
    const started = readDemo(dataDir)
    if (started?.accounts) return { outcome: 'there already' }
    if (await isRemoved(client)) return { outcome: 'none, it was taken away' }
    if (started) await emptyTables(client)
    else if (!(await isEmpty(client))) return { outcome: 'none, the database is in use' }
    const password = started?.password ?? makeUpPassword()
    writePrivately(fileOf(dataDir), { password })
    const made = { password, accounts: await seed(options, password), known: true }
    writePrivately(fileOf(dataDir), made)
    return { outcome: `${made.accounts.length} accounts`, made }
  })
}

async function seed({ modelsDir, ...options }: SeedOptions, password: string) {
  const { seedDemo }: Seed = await import(pathToFileURL(seedFile).href)
  const { createFaceEngine } = await import('../../src/server/face/face-engine')
  // Without models there is a school all the same, in which nobody has a face.
  const engine = await createFaceEngine({ modelsDir }).catch(() => null)
  try {
    return await seedDemo({ ...options, password, now: new Date(), engine })
  } finally {
    await engine?.close()
  }
}

/** Tells the database which of its accounts an earlier version made for its demo, by the note that it left. */
export async function markEarlierDemo(dataDir: string, databaseUrl: string): Promise<void> {
  const noted = readDemo(dataDir)
  if (!noted?.accounts || noted.known) return
  const emails = noted.accounts.map(({ email }) => email)
  await withClient(databaseUrl, (client) =>
    client.query(
      'INSERT INTO "DemoAccount" ("userId") SELECT id FROM "User" WHERE email = ANY($1) ON CONFLICT DO NOTHING',
      [emails],
    ),
  )
  writePrivately(fileOf(dataDir), { ...noted, known: true })
}

/** Where the demo was taken away, its password is no use to anybody. */
export async function forgetRemovedDemo(dataDir: string, databaseUrl: string): Promise<void> {
  const file = fileOf(dataDir)
  if (existsSync(file) && (await withClient(databaseUrl, isRemoved))) rmSync(file)
}

async function isRemoved(client: pg.Client) {
  const { rowCount } = await client.query('SELECT 1 FROM "Installation" WHERE "demoRemovedAt" IS NOT NULL')
  return rowCount !== 0
}

/** Four groups of letters that are hard to mix up. */
function makeUpPassword() {
  const letters = 'abcdefghjkmnpqrstuvwxyz'
  const group = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('')
  return [group(), group(), group(), group()].join('-')
}

async function withClient<Result>(databaseUrl: string, work: (client: pg.Client) => Promise<Result>) {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

async function isEmpty(client: pg.Client) {
  return (await client.query('SELECT 1 FROM "User" LIMIT 1')).rowCount === 0
}

// A seed that was cut off: no server has run on its data, so it is made again from nothing.
async function emptyTables(client: pg.Client) {
  await client.query('TRUNCATE "User", "Place", "Calibration" CASCADE; TRUNCATE "ChangeText"')
}

export function printDemo({ password, accounts = [] }: Demo) {
  console.log(`\nDemo accounts, all with the password ${password} (told this once; it is in demo.json too)`)
  const width = Math.max(...accounts.map(({ email }) => email.length))
  for (const { email, name, role } of accounts)
    console.log(`  ${email.padEnd(width)}  ${role.padEnd(8)}  ${name}`)
}
