import type { Page } from '@playwright/test'
import { type Account, newAccount } from './api-person'
import { runSql } from './e2e-database'

/** An account that works or employs, signed in on this page. */
export async function newWorker(page: Page, role: 'EMPLOYER' | 'EMPLOYEE', name: string): Promise<Account> {
  const account = await newAccount(page, 'STUDENT', name)
  await setRole([account.email], role)
  return account
}

export const setRole = (emails: readonly string[], role: 'EMPLOYER' | 'EMPLOYEE') =>
  runSql('UPDATE "User" SET roles = ARRAY[$2]::"Role"[] WHERE email = ANY($1)', [emails, role])

/** A workplace in Berlin that the account owns; it asks for no movements. */
export async function newWorkplace(owner: Account, name = 'Corner Café'): Promise<string> {
  const [row] = await runSql<{ id: string }>(
    `WITH place AS (
      INSERT INTO "Place" (id, kind, name, "timeZone", liveness, "createdAt")
      VALUES (gen_random_uuid(), 'WORKPLACE', $2, 'Europe/Berlin', 'PAD', now()) RETURNING id
    ), leader AS (
      INSERT INTO "Leader" ("placeId", "userId", role, since)
      SELECT place.id, u.id, 'OWNER', now() FROM place, "User" u WHERE u.email = $1
    )
    INSERT INTO "Workplace" (id, country, currency, "weekStart", "payCycle", "firstPeriod", "faceClocking")
    SELECT id, 'DE', 'EUR', 'MONDAY', 'MONTHLY', '2026-01-01', true FROM place RETURNING id`,
    [owner.email, name],
  )
  return row?.id ?? ''
}

/** These accounts work there from this year on, numbered from 1. */
export async function employAll(workplaceId: string, emails: readonly string[]): Promise<void> {
  await runSql(
    `WITH member AS (
      INSERT INTO "Member" (id, "placeId", "userId", number, "joinedAt")
      SELECT gen_random_uuid(), $1, u.id, e.place, now()
      FROM unnest($2::text[]) WITH ORDINALITY AS e (email, place) JOIN "User" u ON u.email = e.email
      RETURNING id, "userId", "placeId"
    )
    INSERT INTO "Employment" (id, "memberId", "userId", "workplaceId", "startedOn", "createdAt")
    SELECT gen_random_uuid(), id, "userId", "placeId", '2026-01-01', now() FROM member`,
    [workplaceId, emails],
  )
}

/** Somebody worked there from one instant to another. */
export async function workedFromTo(
  workplaceId: string,
  email: string,
  from: string,
  to: string,
): Promise<void> {
  await runSql(
    `INSERT INTO "TimeEntry" (id, "employmentId", "userId", "workplaceId", "startedAt", "endedAt", "inMethod", "outMethod", "createdAt")
    SELECT gen_random_uuid(), e.id, e."userId", e."workplaceId", $3, $4, 'PIN', 'PIN', now()
    FROM "Employment" e JOIN "User" u ON u.id = e."userId" WHERE e."workplaceId" = $1 AND u.email = $2`,
    [workplaceId, email, from, to],
  )
}
