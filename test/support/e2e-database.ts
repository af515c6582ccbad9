import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'

/** What another process needs to share the server under test: its database and its secrets. */
export async function sharedEnvironment() {
  const dataDir = process.env.E2E_DATA_DIR ?? ''
  const secrets = JSON.parse(await readFile(join(dataDir, 'secrets.json'), 'utf8'))
  const port = (await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[3]
  return {
    DATABASE_URL: `postgresql://clockface:${secrets.databasePassword}@localhost:${port}/clockface`,
    NEXTAUTH_SECRET: secrets.NEXTAUTH_SECRET,
    FACE_KEY: secrets.FACE_KEY,
  }
}

/** Changes the database behind the server's back, as an administrator with a terminal would. */
export async function runSql(text: string, values: unknown[] = []): Promise<void> {
  const client = new pg.Client({ connectionString: (await sharedEnvironment()).DATABASE_URL })
  await client.connect()
  try {
    await client.query(text, values)
  } finally {
    await client.end()
  }
}
