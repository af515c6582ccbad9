import { setTimeout as pause } from 'node:timers/promises'
import { ask, call, newAccount, newClass } from '@test/support/api-person'
import { expect, test } from '@test/support/browser'
import { runSql } from '@test/support/e2e-database'
import { ownServer } from '@test/support/e2e-servers'
import { newPersonalToken } from '@/server/tokens/secrets'

const SIZE = 240

/** So many members of a class, each with a token: in few statements, because their passwords are not what is tested. */
async function membersWithTokens(classId: string): Promise<string[]> {
  const tokens = Array.from({ length: SIZE }, newPersonalToken)
  const hashes = tokens.map(({ tokenHash }) => Buffer.from(tokenHash))
  await runSql(
    `WITH people AS (
      INSERT INTO "User" (id, email, name, "passwordHash", roles, "createdAt")
      SELECT gen_random_uuid(), gen_random_uuid() || '@example.org', 'Student ' || n, '', '{STUDENT}', now()
      FROM generate_series(1, $1) n RETURNING id, split_part(name, ' ', 2)::int AS n
    ), members AS (
      INSERT INTO "Member" (id, "placeId", "userId", number, "joinedAt")
      SELECT gen_random_uuid(), $2, id, n, now() FROM people
    )
    INSERT INTO "ApiToken" (id, "userId", name, "tokenHash", scopes, "createdAt", "expiresAt")
    SELECT gen_random_uuid(), people.id, 'Phone', hash, '{clocking:write}', now(), now() + interval '1 day'
    FROM people JOIN unnest($3::bytea[]) WITH ORDINALITY AS hashes (hash, place) ON place = n`,
    [SIZE, classId, hashes],
  )
  return tokens.map(({ token }) => token)
}

test('240 clock in by the code in one moment: all are in within 20 seconds, and none is told of an error', async ({
  person,
}) => {
  test.setTimeout(180_000)
  const teacher = await person()
  await newAccount(teacher, 'TEACHER', 'Amara Okafor')
  const { id: classId } = await newClass(teacher)
  const session = { classId, openNow: true }
  const { id: sessionId } = await call<{ id: string }>(teacher.request, 'sessions.create', session)
  const tokens = await membersWithTokens(classId)
  const { code } = await ask<{ code: string }>(teacher.request, 'sessions.code', { sessionId })
  const statuses: number[] = []
  const waits: number[] = []
  let longest = 0
  /** As the browser does: where there is no room, it comes again when it is told to. */
  async function clockIn(token: string): Promise<void> {
    for (let tries = 1; tries <= 5; tries++) {
      const response = await fetch(`${ownServer().url}/api/v1/sessions/${sessionId}/clock/in/by-code`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ code }),
      })
      statuses.push(response.status)
      await response.text()
      if (response.status !== 503) return
      waits.push(Number(response.headers.get('retry-after')))
      await pause(1000 * (waits.at(-1) ?? 1))
    }
  }
  let asking = true
  const looking = (async () => {
    while (asking) {
      const start = Date.now()
      await (await fetch(`${ownServer().url}/api/health`)).text()
      longest = Math.max(longest, Date.now() - start)
      await pause(100)
    }
  })()
  const start = Date.now()
  await Promise.all(tokens.map(clockIn))
  const took = Date.now() - start
  asking = false
  await looking
  test.info().annotations.push({ type: 'figures', description: JSON.stringify({ took, longest, waits }) })
  expect(statuses.filter((status) => status !== 200 && status !== 503)).toEqual([])
  expect(waits.every((seconds) => seconds >= 1)).toBe(true)
  const [found] = await runSql('SELECT count(*)::int AS here FROM "Attendance" WHERE "sessionId" = $1', [
    sessionId,
  ])
  expect(found).toEqual({ here: SIZE })
  expect(took).toBeLessThan(20_000)
})
