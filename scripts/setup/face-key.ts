import { createHmac } from 'node:crypto'
import pg from 'pg'
import { SetupError } from './setup-error.mjs'

/** Names a key without telling it. */
export function fingerprint(faceKey: string) {
  const key = Buffer.from(faceKey, 'base64')
  return createHmac('sha256', key).update('Clockface face key fingerprint').digest('hex')
}

/**
 * Notes at the first start which key a database is sealed with, and refuses every later start with another: what
 * the two would write could be read by only one of them.
 */
export async function checkFaceKey(databaseUrl: string, faceKey: string, dataDir: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const ours = fingerprint(faceKey)
    await client.query(
      'INSERT INTO "Installation" ("id", "faceKeyFingerprint") VALUES (1, $1) ON CONFLICT DO NOTHING',
      [ours],
    )
    const { rows } = await client.query<{ found: string }>(
      'SELECT "faceKeyFingerprint" AS found FROM "Installation" WHERE "id" = 1',
    )
    if (rows[0]?.found === ours) return
  } finally {
    await client.end()
  }
  throw new SetupError(
    `FACE_KEY is not the one that this database is encrypted with. Every process on one database needs the same FACE_KEY and NEXTAUTH_SECRET: copy both from secrets.json in the DATA_DIR of its first start, or a copy of it, into ${dataDir}/secrets.json or the environment.`,
  )
}
