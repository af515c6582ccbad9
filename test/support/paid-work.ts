import type { Page } from '@playwright/test'
import { dayOf } from '@/domain/time'
import { newAccount } from './api-person'
import { runSql } from './e2e-database'

/** An account of this browser with another role, as sign-up or a leader would have given it. */
async function account(page: Page, role: 'EMPLOYER' | 'EMPLOYEE', name: string): Promise<string> {
  const { email } = await newAccount(page, 'STUDENT', name)
  const [row] = await runSql<{ id: string }>(
    `UPDATE "User" SET roles = ARRAY[$2]::"Role"[] WHERE email = $1 RETURNING id`,
    [email, role],
  )
  return row?.id ?? ''
}

const insert = async (text: string, values: unknown[]) => {
  const [row] = await runSql<{ id: string }>(text, values)
  return row?.id ?? ''
}

const timeZone = 'Europe/Berlin'

/** The 20th of last month by a workplace's calendar: of the period before the running one, whatever the hour. */
export function lastMonth(timeZone: string): string {
  const [year = 0, month = 0] = dayOf(new Date(), timeZone).split('-').map(Number)
  return new Date(Date.UTC(year, month - 2, 20)).toISOString().slice(0, 10)
}

/** A workplace in Berlin, paid by the month, where somebody worked nine hours and a half on a day of last month. */
export async function paidWork(employer: Page, employee: Page) {
  const ownerId = await account(employer, 'EMPLOYER', 'Ida Owner')
  const userId = await account(employee, 'EMPLOYEE', 'Kim Cook')
  const day = lastMonth(timeZone)
  // In one statement: a place has an owner from its first moment on.
  const workplaceId = await insert(
    `WITH place AS (
       INSERT INTO "Place" (id, kind, name, "timeZone", liveness, "createdAt")
       VALUES (gen_random_uuid(), 'WORKPLACE', 'Corner Café', $2, 'PAD', now()) RETURNING id
     ), owner AS (
       INSERT INTO "Leader" ("placeId", "userId", role, since) SELECT id, $1, 'OWNER', now() FROM place
     ) SELECT id FROM place`,
    [ownerId, timeZone],
  )
  await runSql(
    `INSERT INTO "Workplace" (id, country, currency, "weekStart", "payCycle", "firstPeriod", "faceClocking")
     VALUES ($1, 'DE', 'EUR', 'MONDAY', 'MONTHLY', '2026-01-01', true)`,
    [workplaceId],
  )
  const rules = { overtime: { daily: [{ afterMinutes: 480, factor: '1.5' }] } }
  await runSql(
    `INSERT INTO "RuleSet" (id, "workplaceId", "from", rules, "createdById", "createdAt")
     VALUES (gen_random_uuid(), $1, '2026-01-01', $2, $3, now())`,
    [workplaceId, JSON.stringify(rules), ownerId],
  )
  const memberId = await insert(
    `INSERT INTO "Member" (id, "placeId", "userId", number, "joinedAt")
     VALUES (gen_random_uuid(), $1, $2, 1, now()) RETURNING id`,
    [workplaceId, userId],
  )
  const employmentId = await insert(
    `INSERT INTO "Employment" (id, "memberId", "userId", "workplaceId", "startedOn", "jobTitle", "createdAt")
     VALUES (gen_random_uuid(), $1, $2, $3, '2026-01-01', 'Cook', now()) RETURNING id`,
    [memberId, userId, workplaceId],
  )
  await runSql(
    `INSERT INTO "Rate" (id, "employmentId", "from", "minorPerHour", "createdById", "createdAt")
     VALUES (gen_random_uuid(), $1, '2026-01-01', 2000, $2, now())`,
    [employmentId, ownerId],
  )
  await runSql(
    `INSERT INTO "TimeEntry" (id, "employmentId", "userId", "workplaceId", "startedAt", "endedAt", "inMethod",
       "outMethod", "createdAt")
     VALUES (gen_random_uuid(), $1, $2, $3, $4, $5, 'FACE', 'FACE', now())`,
    [employmentId, userId, workplaceId, `${day}T08:00:00Z`, `${day}T17:30:00Z`],
  )
  return { workplaceId, employmentId, userId, day }
}
