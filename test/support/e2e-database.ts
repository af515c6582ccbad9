import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { runningDatabase } from '../../scripts/setup/running-database'
import { readSecrets } from '../../scripts/setup/secrets'
import { ownServer } from './e2e-servers'

/** What another process needs to share the server under test: its database, by the application's role, and its secrets. */
export function sharedEnvironment() {
  const { dataDir } = ownServer()
  const { NEXTAUTH_SECRET, FACE_KEY } = readSecrets(dataDir)
  const { url } = JSON.parse(readFileSync(join(dataDir, 'database.json'), 'utf8'))
  return { DATABASE_URL: String(url), NEXTAUTH_SECRET, FACE_KEY }
}

/** Changes the database behind the server's back, as an administrator with a terminal would. */
export function runSql<Row>(text: string, values: unknown[] = []): Promise<Row[]> {
  return onDatabase(async (client) => (await client.query(text, values)).rows)
}

async function onDatabase<Result>(act: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: runningDatabase(ownServer().dataDir) })
  await client.connect()
  try {
    return await act(client)
  } finally {
    await client.end()
  }
}

const ofDemo = '"userId" IN (SELECT "userId" FROM "DemoAccount")'

/** Lets the few people of the sample pictures enrol anew in each test: a face may belong to one account alone. */
export function forgetFaces(): Promise<void> {
  return onDatabase(async (client) => {
    for (const statement of [
      'BEGIN',
      // The demo's people as well, whose faces are those of the sample pictures; some of them may just be arriving.
      `SELECT pg_advisory_xact_lock(hashtextextended('enrolment:' || "userId", 0)) FROM "DemoAccount" ORDER BY "userId"`,
      'DELETE FROM "EnrolmentPhoto"',
      'DELETE FROM "DuplicateCase"',
      `DELETE FROM "Evidence" WHERE "faceCheckId" IN (SELECT id FROM "FaceCheck" WHERE ${ofDemo})`,
      `DELETE FROM "Consent" WHERE ${ofDemo}`,
      // And what was measured of people who are gone, by which a kiosk would name one of few by itself.
      'UPDATE "FaceCheck" SET "calibrationId" = NULL',
      'UPDATE "RollCall" SET "calibrationId" = NULL',
      'DELETE FROM "Calibration"',
      'COMMIT',
    ])
      await client.query(statement)
  })
}

/** How many rows made from a face came about since a moment: templates, photos, snapshots, checks, faces of group photos. */
export async function rowsOfFaces(since: Date): Promise<Record<string, number>> {
  const [rows] = await runSql<Record<string, number>>(
    `SELECT
      (SELECT count(*)::int FROM "Template" WHERE "createdAt" >= $1) AS templates,
      (SELECT count(*)::int FROM "EnrolmentPhoto" WHERE "createdAt" >= $1) AS photos,
      (SELECT count(*)::int FROM "Evidence" WHERE "createdAt" >= $1) AS evidence,
      (SELECT count(*)::int FROM "FaceCheck" WHERE at >= $1) AS checks,
      (SELECT count(*)::int FROM "RollCallFace" f JOIN "RollCall" r ON r.id = f."rollCallId"
        WHERE r."createdAt" >= $1) AS "rollCallFaces"`,
    [since],
  )
  return rows ?? {}
}

/** Runs a program of the tests against the server's database, with its secrets. */
async function onServer(program: string, ...args: string[]): Promise<void> {
  const child = spawn(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', `test/support/${program}.ts`, ...args],
    { env: { ...process.env, ...sharedEnvironment() }, stdio: 'inherit' },
  )
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error(`${program} failed`)
}

/** Enrols invented people in a class, so that the server's site is large enough to know its own error rates. */
export const crowdInClass = (classId: string, people: number) =>
  onServer('enrol-crowd', classId, String(people))

/** Moves somebody's templates, or the first, so far from their first photo; what is returned moves them back. */
export async function moveTemplates(
  email: string,
  { cosine, which }: { cosine: number; which: 'all' | 'first' },
): Promise<() => Promise<void>> {
  const kept = await runSql<{ id: string; vector: Buffer }>(
    'SELECT t.id, t.vector FROM "Template" t JOIN "User" u ON u.id = t."userId" WHERE u.email = $1',
    [email],
  )
  await onServer('set-near-template', email, String(cosine), which)
  return async () => {
    for (const { id, vector } of kept)
      await runSql('UPDATE "Template" SET vector = $2 WHERE id = $1', [id, vector])
  }
}
