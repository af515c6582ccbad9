import { type APIRequestContext, request } from '@playwright/test'
import { call } from '../../../test/support/api-person'
import { BURST, BURST_MS, type BurstFigures } from './limits'
import { asOwner, type Seeded, type signedIn } from './seed'
import { inFreshBrowser } from './visit'

type State = NonNullable<ReturnType<Awaited<ReturnType<typeof signedIn>>['get']>>

interface Measured {
  address: string
  dataDir: string
  seeded: Seeded
  teacher: State
}

/** Sixty records within three seconds, made past the browser that shows the board; then a name is looked for. */
export async function burst({ address, dataDir, seeded, teacher }: Measured): Promise<BurstFigures> {
  const { sessionId } = seeded
  const comers = seeded.waiting.slice(0, BURST)
  await forget(dataDir, sessionId, comers)
  const http = await request.newContext({ baseURL: address, storageState: teacher })
  try {
    return await inFreshBrowser(address, teacher, async (page) => {
      await page.goto(`/teach/sessions/${sessionId}`)
      await page.getByText('Live', { exact: true }).waitFor()
      const before = await hereNow(page)
      await page.waitForTimeout(1_000)
      await page.evaluate(() => {
        window.noted.longest = 0
      })
      await send(http, sessionId, comers)
      const sent = Date.now()
      await page
        .getByRole('heading', { name: `Here ${before + comers.length}`, exact: true })
        .waitFor({ timeout: 60_000 })
      const complete = Date.now() - sent
      const { longest } = await page.evaluate(() => window.noted)
      return { complete, longest, letter: await slowestLetter(page) }
    })
  } finally {
    await http.dispose()
  }
}

type BoardPage = Parameters<Parameters<typeof inFreshBrowser>[2]>[0]

async function hereNow(page: BoardPage): Promise<number> {
  const heading = await page.getByRole('heading', { name: /^Here \d+$/ }).textContent()
  return Number(/\d+/.exec(heading ?? '')?.[0])
}

/** Records go and come back in every round. */
function forget(dataDir: string, sessionId: string, students: string[]) {
  return asOwner(dataDir, (client) =>
    client.query('DELETE FROM "Attendance" WHERE "sessionId" = $1 AND "studentId" = ANY($2::uuid[])', [
      sessionId,
      students,
    ]),
  )
}

async function send(http: APIRequestContext, sessionId: string, students: string[]) {
  const answers = students.map(async (studentId, at) => {
    await new Promise((resolve) => setTimeout(resolve, (at * BURST_MS) / BURST))
    await call(http, 'attendance.mark', { sessionId, studentId, status: 'PRESENT' })
  })
  await Promise.all(answers)
}

/** From a letter's key to the picture that shows it, as the browser itself counts it. */
async function slowestLetter(page: BoardPage): Promise<number> {
  await page.getByRole('searchbox').click()
  await page.evaluate(() => {
    const slowest = { letter: 0 }
    Object.assign(window, { slowest })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        if (entry.name.startsWith('key')) slowest.letter = Math.max(slowest.letter, entry.duration)
    }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit)
  })
  await page.keyboard.type('okonkwo 12', { delay: 150 })
  await page.waitForTimeout(500)
  return page.evaluate(() => (window as unknown as { slowest: { letter: number } }).slowest.letter)
}
