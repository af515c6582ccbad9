import type { Client } from 'pg'
import { presets } from '../../../src/domain/pay/presets'

export const PEOPLE = 500
/** Where everything stands: a Friday afternoon in California. */
export const NOW = new Date('2026-11-27T23:00:00Z')
/** The first days of pay periods of two weeks: of six years, of three, of the last complete one, and of today's. */
export const PERIODS = { longest: '2020-11-23', first: '2023-11-20', last: '2026-11-02', today: '2026-11-16' }

interface Team {
  people: number
  /** The first day of anybody's employment. */
  from: string
}

export interface SeededTeam {
  workplaceId: string
  employerId: string
}

/** Rows come as they are: triggers and foreign keys are not asked, and what they would say is verified afterwards. */
export async function inBulk(client: Client, work: () => Promise<void>): Promise<void> {
  await client.query(`SET session_replication_role = 'replica'; SET work_mem = '256MB'`)
  await work()
  await client.query(`RESET session_replication_role; RESET work_mem`)
  await client.query('VACUUM ANALYZE')
}

/** A workplace in California and everybody who works there, each with a rate a year and one for driving. */
export async function seedTeam(client: Client, { people, from }: Team): Promise<SeededTeam> {
  const { rows } = await client.query<SeededTeam>(
    `WITH employer AS (
       INSERT INTO "User" (id, email, name, "passwordHash", roles, "createdAt")
       VALUES (uuidv7(), 'employer@example.org', 'Employer', '-', '{EMPLOYER}', $1) RETURNING id
     ), place AS (
       INSERT INTO "Place" (id, kind, name, "timeZone", liveness, "createdAt")
       VALUES (uuidv7(), 'WORKPLACE', 'Workplace', 'America/Los_Angeles', 'PAD', $1) RETURNING id
     ), owner AS (
       INSERT INTO "Leader" ("placeId", "userId", role, since)
       SELECT place.id, employer.id, 'OWNER', $1 FROM place, employer
     ), workplace AS (
       INSERT INTO "Workplace" (id, country, currency, "weekStart", "payCycle", "firstPeriod", "faceClocking")
       SELECT id, 'US', 'USD', 'MONDAY', 'TWO_WEEKLY', $2, true FROM place
     ), rules AS (
       INSERT INTO "RuleSet" (id, "workplaceId", "from", preset, rules, "createdById", "createdAt")
       SELECT uuidv7(), place.id, $2, 'california', $3, employer.id, $1 FROM place, employer
     ), kinds AS (
       INSERT INTO "WorkKind" (id, "workplaceId", name, "createdAt")
       SELECT uuidv7(), place.id, 'Driving', $1 FROM place
     )
     SELECT place.id AS "workplaceId", employer.id AS "employerId" FROM place, employer`,
    [from, from, JSON.stringify(presets.california.rules)],
  )
  const [team] = rows
  if (!team) throw new Error('The workplace was not made')
  await client.query(
    `WITH people AS (
       INSERT INTO "User" (id, email, name, "passwordHash", roles, "createdAt")
       SELECT uuidv7(), 'employee' || n || '@example.org', 'Employee ' || n, '-', '{EMPLOYEE}', $2
       FROM generate_series(1, $3::int) n
       RETURNING id, name
     ), members AS (
       INSERT INTO "Member" (id, "placeId", "userId", number, "joinedAt")
       SELECT uuidv7(), $1, id, split_part(name, ' ', 2)::int, $2 FROM people
       RETURNING id, "userId", number
     )
     INSERT INTO "Employment" (id, "memberId", "userId", "workplaceId", "startedOn", "externalNumber", "createdAt")
     SELECT uuidv7(), id, "userId", $1, $2, number, $2 FROM members`,
    [team.workplaceId, from, people],
  )
  await client.query(
    `INSERT INTO "Rate" (id, "employmentId", "kindId", "from", "minorPerHour", "createdById", "createdAt")
     SELECT uuidv7(), e.id, k.id, since, 2000 + 150 * extract(year FROM age(since, $3::date))::int, $2, since
     FROM "Employment" e
     CROSS JOIN generate_series($3::date, $4::date, '1 year') AS since
     CROSS JOIN (SELECT id FROM "WorkKind" WHERE "workplaceId" = $1 UNION ALL SELECT NULL) AS k
     WHERE e."workplaceId" = $1`,
    [team.workplaceId, team.employerId, from, PERIODS.last],
  )
  return team
}
