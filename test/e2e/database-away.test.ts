import { newAccount } from '@test/support/api-person'
import { expect, test } from '@test/support/browser'
import { cuttableLine } from '@test/support/cut-line'
import { sharedEnvironment } from '@test/support/e2e-database'
import { secondServer } from '@test/support/second-server'

test('while the database is away everything is answered "come again", and goes on when it is back', async ({
  person,
}) => {
  const { DATABASE_URL } = sharedEnvironment()
  const database = new URL(DATABASE_URL)
  const line = await cuttableLine(Number(database.port))
  database.host = new URL(line.url).host
  const server = await secondServer({ DATABASE_URL: database.href })
  try {
    // Signed in on either is signed in on both.
    const { request } = await person().then(async (page) => {
      await newAccount(page, 'STUDENT', 'Anna Berg')
      return page
    })
    const ask = (path: string) => request.get(`${server.url}${path}`)
    expect((await ask('/api/trpc/account.me')).status()).toBe(200)
    expect((await ask('/study')).status()).toBe(200)
    line.cut()
    for (const path of [
      '/api/trpc/account.me',
      '/api/account/data',
      '/api/enrolment-photos/0f4f9a3e-0000-8000-8000-000000000000',
      '/api/v1/classes',
      '/api/health',
      '/study',
      '/',
    ]) {
      const answer = await ask(path)
      expect.soft(answer.status(), path).toBe(503)
      expect.soft(await answer.text(), path).not.toMatch(/ECONN|Prisma|node_modules/)
    }
    expect((await ask('/study')).headers()).toMatchObject({ 'retry-after': '2' })
    line.mend()
    expect((await ask('/api/trpc/account.me')).status()).toBe(200)
    expect((await ask('/study')).status()).toBe(200)
  } finally {
    await server.stop()
    await line.close()
  }
})
