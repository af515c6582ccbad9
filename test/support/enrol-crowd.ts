import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { PrismaClient } from '@/server/db/generated/client'
import { readVariables, wantedRates } from '@/server/env'
import { enrolCrowd } from './crowd'

// Run by `crowdInClass` in a process of its own, with the server's database and key in the environment.
const [classId = '', people = '0'] = process.argv.slice(2)
const variables = readVariables()
const { DATABASE_URL, FACE_KEY = '' } = variables
const pool = new pg.Pool({ connectionString: DATABASE_URL })
const db = new PrismaClient({ adapter: new PrismaPg(pool) })
const settings = {
  faceKey: Buffer.from(FACE_KEY, 'base64'),
  ticketKey: Buffer.alloc(32),
  ledgerKey: Buffer.alloc(32),
  ledgerFile: '',
  erasureFile: '',
  keepEnrolmentPhotos: false,
  evidenceDays: 30,
  operator: { name: null, email: null },
  wantedRates: wantedRates(variables),
  appointment: 'open' as const,
  publicUrl: null,
  reach: { TRUST_PROXY: false },
}
await enrolCrowd(
  { db, clock: () => new Date(), settings },
  { model: 'retail-0095', people: Number(people), classId },
)
await db.$disconnect()
await pool.end()
