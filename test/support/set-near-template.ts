import pg from 'pg'
import { unit } from '@/domain/face/matching'
import { openTemplate, sealVector } from '@/server/biometrics/templates'
import { readVariables } from '@/server/env'
import { vectorAt } from './near-template'

// Run by `moveTemplates` in a process of its own, with the server's database and key in the environment.
const [email = '', cosine = '', which = 'all'] = process.argv.slice(2)
const { DATABASE_URL, FACE_KEY = '' } = readVariables()
const faceKey = Buffer.from(FACE_KEY, 'base64')
const client = new pg.Client({ connectionString: DATABASE_URL })
await client.connect()
const { rows } = await client.query<{ id: string; photoId: string; vector: Uint8Array }>(
  `SELECT t.id, t."photoId", t.vector FROM "Template" t JOIN "User" u ON u.id = t."userId"
    WHERE u.email = $1 ORDER BY t."createdAt", t.id`,
  [email],
)
const ctx = { settings: { faceKey } }
const [first] = rows
if (!first) throw new Error('nobody is enrolled with this email')
const vector = openTemplate(ctx as Parameters<typeof openTemplate>[0], first.photoId, first.vector)
const anywhere = unit(vector.map((_, i) => Math.sin(i * 12.9898)))
const near = vectorAt(Number(cosine), unit(vector), anywhere)
for (const { id, photoId } of which === 'first' ? [first] : rows) {
  const sealed = sealVector(ctx as Parameters<typeof sealVector>[0], photoId, near)
  await client.query('UPDATE "Template" SET vector = $2 WHERE id = $1', [id, sealed])
}
await client.end()
