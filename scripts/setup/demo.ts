import { randomInt } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import pg from 'pg'
import { z } from 'zod'
import { writePrivately } from './secrets'

const demo = z.object({
  password: z.string(),
  /** Absent while the seed has not come to its end. */
  accounts: z.array(z.object({ name: z.string(), email: z.string(), role: z.string() })).optional(),
})

export type Demo = z.output<typeof demo>

/** prisma/seed.ts, as far as it matters here. */
interface Seed {
  seedDemo(options: {
    databaseUrl: string
    password: string
    now: Date
  }): Promise<NonNullable<Demo['accounts']>>
}

const seedFile = resolve('prisma/seed.ts')

/** The demo accounts of this installation, if it has any. */
export function readDemo(dataDir: string): Demo | undefined {
  const file = join(dataDir, 'demo.json')
  return existsSync(file) ? demo.parse(JSON.parse(readFileSync(file, 'utf8'))) : undefined
}

/** Fills a database that nobody has used yet, and keeps the password that was made up for it. */
export async function seedIfEmpty(dataDir: string, databaseUrl: string): Promise<string> {
  if (!existsSync(seedFile)) return 'none'
  const started = readDemo(dataDir)
  if (started?.accounts) return 'there already'
  if (started) await emptyTables(databaseUrl)
  else if (!(await isEmpty(databaseUrl))) return 'none, the database is in use'

  const password = started?.password ?? makeUpPassword()
  const file = join(dataDir, 'demo.json')
  writePrivately(file, { password })
  const { seedDemo }: Seed = await import(pathToFileURL(seedFile).href)
  const accounts = await seedDemo({ databaseUrl, password, now: new Date() })
  writePrivately(file, { password, accounts })
  return `${accounts.length} accounts`
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

function isEmpty(databaseUrl: string) {
  return withClient(
    databaseUrl,
    async (client) => (await client.query('SELECT 1 FROM "User" LIMIT 1')).rowCount === 0,
  )
}

// A seed that was cut off: no server has run on its data, so it is made again from nothing.
function emptyTables(databaseUrl: string) {
  return withClient(databaseUrl, async (client) => {
    await client.query('TRUNCATE "User" CASCADE; TRUNCATE "ChangeText"')
  })
}

export function printDemo({ password, accounts = [] }: Demo) {
  console.log(`\nDemo accounts, all with the password ${password}`)
  const width = Math.max(...accounts.map(({ email }) => email.length))
  for (const { email, name, role } of accounts)
    console.log(`  ${email.padEnd(width)}  ${role.padEnd(8)}  ${name}`)
}
