import { randomUUID } from 'node:crypto'
import type { APIRequestContext } from '@playwright/test'
import { call, password } from '@test/support/api-person'
import { expect, test } from '@test/support/browser'
import { runSql } from '@test/support/e2e-database'
import { ownServer } from '@test/support/e2e-servers'
import { employAll, newWorker, newWorkplace, setRole } from '@test/support/e2e-work'
import { secondServer } from '@test/support/second-server'

const PEOPLE = 50

async function signedUp(request: APIRequestContext): Promise<string> {
  const email = `${randomUUID()}@example.org`
  const account = { name: 'Somebody', email, password, role: 'STUDENT' }
  const made = await request.post(`${ownServer().url}/api/v1/accounts`, { data: account })
  expect(made.status(), await made.text()).toBe(200)
  return email
}

async function tokenOf(request: APIRequestContext, email: string): Promise<string> {
  const response = await request.post(`${ownServer().url}/api/v1/auth/token`, { data: { email, password } })
  return (await response.json()).accessToken
}

/** Getting ready is no race: passwords are slow to hash on purpose. */
async function oneByOne<From, To>(all: readonly From[], work: (one: From) => Promise<To>): Promise<To[]> {
  const done: To[] = []
  for (const one of all) done.push(await work(one))
  return done
}

test('fifty clock in in the same second, with retries, through two processes: fifty entries', async ({
  person,
  request,
}) => {
  const owner = await person()
  const door = await person()
  const workplaceId = await newWorkplace(await newWorker(owner, 'EMPLOYER', 'Mara Roth'))
  const emails = await oneByOne(Array.from({ length: PEOPLE }), () => signedUp(request))
  await setRole(emails, 'EMPLOYEE')
  await employAll(workplaceId, emails)
  const tokens = await oneByOne(emails, (email) => tokenOf(request, email))
  const kiosk = { placeId: workplaceId, name: 'Back door' }
  const { link } = await call<{ link: string }>(owner.request, 'kiosks.add', kiosk)
  await door.request.post('/api/kiosk', { data: { link }, headers: { origin: ownServer().url } })
  const other = await secondServer()
  try {
    const state = await door.request.get('/api/trpc/kiosks.state')
    const { code } = (await state.json()).result.data.json.work
    const clock = (token: string, url: string, key: string) =>
      request.post(`${url}/api/v1/workplaces/${workplaceId}/clock/in/by-code`, {
        headers: { authorization: `Bearer ${token}`, 'idempotency-key': key },
        data: { code },
      })
    // Each sends, and sends again before any answer: the same request, and another one, to both processes.
    const answers = await Promise.all(
      tokens.flatMap((token, index) => {
        const [first, second] = index % 2 === 0 ? [ownServer().url, other.url] : [other.url, ownServer().url]
        return [clock(token, first, 'one'), clock(token, second, 'one'), clock(token, second, 'two')]
      }),
    )
    expect(answers.map((answer) => answer.status()).filter((status) => status !== 200)).toEqual([])
    const [found] = await runSql<{ entries: number; people: number; changes: number }>(
      `SELECT count(*)::int AS entries, count(DISTINCT "userId")::int AS people,
        (SELECT count(*)::int FROM "Change" WHERE "placeId" = $1 AND subject = 'time entry') AS changes
      FROM "TimeEntry" WHERE "workplaceId" = $1`,
      [workplaceId],
    )
    expect(found).toEqual({ entries: PEOPLE, people: PEOPLE, changes: PEOPLE })
  } finally {
    await other.stop()
  }
})
