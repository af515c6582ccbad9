import { spawn } from 'node:child_process'
import { once } from 'node:events'
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

/** Enrols invented people in a class, so that the server's site is large enough to know its own error rates. */
export async function crowdInClass(classId: string, people: number): Promise<void> {
  const child = spawn(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', 'test/support/enrol-crowd.ts', classId, String(people)],
    { env: { ...process.env, ...sharedEnvironment() }, stdio: 'inherit' },
  )
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error('The invented people could not be enrolled')
}
