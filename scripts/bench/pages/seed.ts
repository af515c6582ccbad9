import { request } from '@playwright/test'
import pg from 'pg'
import { call, password, signIn } from '../../../test/support/api-person'
import { runningDatabase } from '../../setup/running-database'
import { PEOPLE } from './limits'

const roles = ['TEACHER', 'STUDENT', 'EMPLOYER', 'EMPLOYEE', 'ADMIN'] as const
export type Visitor = (typeof roles)[number]

/** What the pages show: the same rows in every version that is measured. */
export interface Seeded {
  emails: Record<Visitor, string>
  classId: string
  sessionId: string
  workplaceId: string
  /** Of the session's students, those without a record, by name. */
  waiting: string[]
}

const emailOf = (role: Visitor) => `${role.toLowerCase()}@example.org`

/**
 * A class and a workplace of 200, in plain statements and columns that are as old as the tables: an earlier version has to
 * understand them too. Half of each is here.
 */
export async function seed(address: string, dataDir: string): Promise<Seeded> {
  const http = await request.newContext({ baseURL: address })
  await call(http, 'account.signUp', {
    name: 'Anna Berg',
    email: emailOf('STUDENT'),
    password,
    role: 'STUDENT',
  })
  await http.dispose()
  return asOwner(dataDir, rowsOf)
}

/** Behind the server's back, and past the triggers that ask for a row in the ledger with every change. */
export async function asOwner<Result>(
  dataDir: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString: runningDatabase(dataDir) })
  await client.connect()
  try {
    await client.query('SET session_replication_role = replica')
    return await work(client)
  } finally {
    await client.end()
  }
}

async function rowsOf(client: pg.Client): Promise<Seeded> {
  const run = async (text: string, ...values: unknown[]) =>
    (await client.query<{ id: string }>(text, values)).rows.map(({ id }) => id)
  for (const role of roles)
    await run(
      `INSERT INTO "User" (id, email, name, "passwordHash", roles, "createdAt")
      SELECT gen_random_uuid(), $1, $2, "passwordHash", ARRAY[$3]::"Role"[], now() FROM "User" WHERE email = $4
      ON CONFLICT DO NOTHING`,
      emailOf(role),
      `Somebody ${role.toLowerCase()}`,
      role,
      emailOf('STUDENT'),
    )
  await run(
    `INSERT INTO "User" (id, email, name, "passwordHash", roles, "createdAt")
    SELECT gen_random_uuid(), 'person' || n || '@example.org', 'Person ' || lpad(n::text, 3, '0') || ' Okonkwo', '-',
      ARRAY['STUDENT', 'EMPLOYEE']::"Role"[], now() FROM generate_series(1, $1::int) n`,
    PEOPLE - 1,
  )
  const [classId = ''] = await run(
    `WITH place AS (
      INSERT INTO "Place" (id, kind, name, "joinCode", "timeZone", liveness, "createdAt")
      VALUES (gen_random_uuid(), 'CLASS', 'Physics 9b', 'BENCH2', 'Europe/Berlin', 'PAD', now() - interval '30 days')
      RETURNING id
    ), leader AS (
      INSERT INTO "Leader" ("placeId", "userId", role, since)
      SELECT place.id, u.id, 'OWNER', now() FROM place, "User" u WHERE u.email = $1
    )
    INSERT INTO "SchoolClass" (id, "lateAfterMinutes") SELECT id, 10 FROM place RETURNING id`,
    emailOf('TEACHER'),
  )
  await run(memberRows, classId, emailOf('STUDENT'))
  const sessionId = await sessionsOf(run, classId)
  const [workplaceId = ''] = await run(
    `WITH place AS (
      INSERT INTO "Place" (id, kind, name, "timeZone", liveness, "createdAt")
      VALUES (gen_random_uuid(), 'WORKPLACE', 'Corner Café', 'Europe/Berlin', 'PAD', now() - interval '30 days')
      RETURNING id
    ), leader AS (
      INSERT INTO "Leader" ("placeId", "userId", role, since)
      SELECT place.id, u.id, 'OWNER', now() FROM place, "User" u WHERE u.email = $1
    )
    INSERT INTO "Workplace" (id, country, currency, "weekStart", "payCycle", "firstPeriod", "faceClocking")
    SELECT id, 'DE', 'EUR', 'MONDAY', 'MONTHLY', date_trunc('month', now())::date, true FROM place RETURNING id`,
    emailOf('EMPLOYER'),
  )
  await run(memberRows, workplaceId, emailOf('EMPLOYEE'))
  await run(
    `INSERT INTO "Employment" (id, "memberId", "userId", "workplaceId", "startedOn", "createdAt")
    SELECT gen_random_uuid(), id, "userId", "placeId", "joinedAt"::date, now() FROM "Member" WHERE "placeId" = $1`,
    workplaceId,
  )
  await run(
    `INSERT INTO "TimeEntry" (id, "employmentId", "userId", "workplaceId", "startedAt", "inMethod", "createdAt")
    SELECT gen_random_uuid(), e.id, e."userId", e."workplaceId", now() - interval '2 hours', 'PIN', now()
    FROM "Employment" e JOIN "Member" m ON m.id = e."memberId" WHERE e."workplaceId" = $1 AND m.number % 2 = 0`,
    workplaceId,
  )
  const waiting = await run(
    `SELECT m."userId" AS id FROM "Member" m JOIN "User" u ON u.id = m."userId"
    WHERE m."placeId" = $1 AND m.number % 2 = 1 ORDER BY u.name`,
    classId,
  )
  const emails = Object.fromEntries(roles.map((role) => [role, emailOf(role)])) as Seeded['emails']
  return { emails, classId, sessionId, workplaceId, waiting }
}

/** One visitor and the crowd belong to a place since its beginning. */
const memberRows = `INSERT INTO "Member" (id, "placeId", "userId", number, "joinedAt")
  SELECT gen_random_uuid(), p.id, u.id, row_number() OVER (ORDER BY u.name), p."createdAt" FROM "Place" p, "User" u
  WHERE p.id = $1 AND (u.email = $2 OR u.email LIKE 'person%')`

/** Ten sessions that are over, and one that is open with half of the class in it. */
async function sessionsOf(run: (text: string, ...values: unknown[]) => Promise<string[]>, classId: string) {
  await run(
    `INSERT INTO "ClassSession" (id, "classId", state, "lateAfterMinutes", "openedAt", "closedAt", "createdAt")
    SELECT gen_random_uuid(), $1, 'CLOSED', 10, now() - n * interval '1 day', now() - n * interval '1 day' + interval '1 hour',
      now() - n * interval '1 day' FROM generate_series(1, 10) n`,
    classId,
  )
  const [sessionId = ''] = await run(
    `INSERT INTO "ClassSession" (id, "classId", state, "lateAfterMinutes", "openedAt", "createdAt")
    VALUES (gen_random_uuid(), $1, 'OPEN', 10, now(), now()) RETURNING id`,
    classId,
  )
  await run(
    `INSERT INTO "SessionMember" ("sessionId", "memberId", "classId", "joinedAt")
    SELECT s.id, m.id, s."classId", m."joinedAt" FROM "ClassSession" s JOIN "Member" m ON m."placeId" = s."classId"
    WHERE s."classId" = $1 AND s.state = 'CLOSED'`,
    classId,
  )
  await run(
    `INSERT INTO "Attendance" (id, "sessionId", "studentId", status, method, "clockedInAt", "createdAt")
    SELECT gen_random_uuid(), s.id, m."userId", 'PRESENT', 'CODE', s."openedAt", s."openedAt"
    FROM "ClassSession" s JOIN "Member" m ON m."placeId" = s."classId"
    WHERE s."classId" = $1 AND m.number % 2 = 0`,
    classId,
  )
  await run(
    `INSERT INTO "Attendance" (id, "sessionId", "studentId", status, method, "createdAt")
    SELECT gen_random_uuid(), s.id, m."userId", 'ABSENT', 'SESSION_END', s."closedAt"
    FROM "ClassSession" s JOIN "Member" m ON m."placeId" = s."classId"
    WHERE s."classId" = $1 AND s.state = 'CLOSED' AND m.number % 2 = 1`,
    classId,
  )
  return sessionId
}

/** The cookies of everybody who visits, as their browsers keep them. */
export async function signedIn(address: string, emails: Seeded['emails']) {
  const states = new Map<Visitor, Awaited<ReturnType<typeof stateOf>>>()
  for (const role of roles) states.set(role, await stateOf(address, emails[role]))
  return states
}

async function stateOf(address: string, email: string) {
  const http = await request.newContext({ baseURL: address })
  await signIn(http, email)
  const state = await http.storageState()
  await http.dispose()
  return state
}
