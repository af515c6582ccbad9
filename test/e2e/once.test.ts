import { randomUUID } from 'node:crypto'
import { type APIRequestContext, expect, test } from '@playwright/test'
import { password } from '@test/support/api-person'
import { ownServer } from '@test/support/e2e-servers'

const door = `${ownServer().url}/api/v1`

async function teacher(request: APIRequestContext) {
  const email = `${randomUUID()}@example.org`
  await request.post(`${door}/accounts`, { data: { name: 'Somebody', email, password, role: 'TEACHER' } })
  const { accessToken } = await (
    await request.post(`${door}/auth/token`, { data: { email, password } })
  ).json()
  return { authorization: `Bearer ${accessToken}` }
}

test('a write sent twenty times at once happens once, and all get its answer', async ({ request }) => {
  const own = await teacher(request)
  const send = (name: string) =>
    request.post(`${door}/classes`, {
      headers: { ...own, 'idempotency-key': 'physics' },
      data: { name, timeZone: 'Europe/Berlin', lateAfterMinutes: 10 },
    })
  const answers = await Promise.all(Array.from({ length: 20 }, () => send('Physics 9b')))
  expect(answers.map((answer) => answer.status())).toEqual(Array(20).fill(200))
  const ids = await Promise.all(answers.map(async (answer) => (await answer.json()).id))
  expect(new Set(ids).size).toBe(1)
  const first = answers.filter((answer) => answer.headers()['idempotent-replayed'] !== 'true')
  expect(first).toHaveLength(1)
  const classes = await (await request.get(`${door}/classes`, { headers: own })).json()
  expect(classes.map(({ id }: { id: string }) => id)).toEqual([ids[0]])

  const other = await send('Physics 10b')
  expect([other.status(), (await other.json()).code]).toEqual([409, 'request.key_reused'])
})
