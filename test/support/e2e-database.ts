import pg from 'pg'
import { runningDatabase } from '../../scripts/setup/running-database'
import { readSecrets } from '../../scripts/setup/secrets'

const dataDir = () => process.env.E2E_DATA_DIR ?? ''

/** What another process needs to share the server under test: its database and its secrets. */
export function sharedEnvironment() {
  const { NEXTAUTH_SECRET, FACE_KEY } = readSecrets(dataDir())
  return { DATABASE_URL: runningDatabase(dataDir()), NEXTAUTH_SECRET, FACE_KEY }
}

/** Changes the database behind the server's back, as an administrator with a terminal would. */
export async function runSql(text: string, values: unknown[] = []): Promise<void> {
  const client = new pg.Client({ connectionString: runningDatabase(dataDir()) })
  await client.connect()
  try {
    await client.query(text, values)
  } finally {
    await client.end()
  }
}

/** Lets the few people of the sample pictures enrol anew in each test: a face may belong to one account alone. */
export async function forgetFaces(): Promise<void> {
  await runSql('DELETE FROM "EnrolmentPhoto"')
  await runSql('DELETE FROM "DuplicateCase"')
}
