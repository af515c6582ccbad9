import { randomInt, randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { type Answer, call, postJson } from './call'
import { holdBodies } from './held-bodies'
import type { Tally } from './tally'
import type { HostileWorld } from './world'

export interface Flood {
  name: string
  /** Goes on until told to stop, and counts what came of it. */
  run(world: HostileWorld, tally: Tally, stopped: () => boolean): Promise<void>
}

const BOUNDARY = '----clockface'
const MANY = 40_000

/** Two megabytes of empty fields, no two of one name. */
const manyFields = () =>
  Buffer.from(
    `${Array.from({ length: MANY }, (_, i) => `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${i}"\r\n\r\n\r\n`).join('')}--${BOUNDARY}--\r\n`,
  )

function count(tally: Tally, { status }: Answer): void {
  if (status !== null && status < 300) tally.served++
  else tally.refused++
}

/** So many at once, each the next as soon as it has its answer. */
async function incessantly(
  atOnce: number,
  stopped: () => boolean,
  once: (worker: number) => Promise<unknown>,
): Promise<void> {
  const worker = async (_: unknown, n: number) => {
    while (!stopped()) await once(n)
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
}

const forms: Flood = {
  name: 'forms of 40,000 names, by nobody',
  run: ({ origin }, tally, stopped) => {
    const body = manyFields()
    const headers = { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` }
    return incessantly(8, stopped, async () => {
      const path = '/api/trpc/account.signUp'
      count(tally, await call(origin, { method: 'POST', path, headers, body }))
    })
  },
}

const held: Flood = {
  name: '100 bodies that stop one byte short',
  run: ({ origin }, tally, stopped) => holdBodies(origin, { atOnce: 100, tally, stopped }),
}

const foreignLines: Flood = {
  name: 'lines for the log, by nobody',
  run: ({ origin }, tally, stopped) =>
    incessantly(32, stopped, async () => {
      const line = { level: 'error', code: 'x'.repeat(2000), message: `${randomUUID()}\n`.repeat(40) }
      count(tally, await postJson(origin, '/api/auth/_log', line))
    }),
}

/** A whole school in and out, all in the same moment, again and again. */
const school: Flood = {
  name: '240 clock in by code in one moment, and out',
  async run({ origin, students, teacher, sessionId }, tally, stopped) {
    const asTeacher = { authorization: `Bearer ${teacher.token}` }
    for (let round = 0; !stopped(); round++) {
      const way = round % 2 === 0 ? 'in' : 'out'
      const shown = await call(origin, { path: `/api/v1/sessions/${sessionId}/code`, headers: asTeacher })
      if (shown.status !== 200) {
        await wait(1000)
        continue
      }
      const { code } = JSON.parse(shown.text) as { code: string }
      const path = `/api/v1/sessions/${sessionId}/clock/${way}/by-code`
      const answers = await Promise.all(
        students.map(({ token }) =>
          postJson(origin, path, { code }, { headers: { authorization: `Bearer ${token}` } }),
        ),
      )
      for (const answer of answers) count(tally, answer)
      await wait(2000)
    }
  },
}

const signIn = (origin: string, email: string) =>
  postJson(origin, '/api/v1/auth/token', { email, password: `wrong-${randomUUID()}` })

const oneAccount: Flood = {
  name: 'wrong passwords for one email',
  run: ({ origin, victim }, tally, stopped) =>
    incessantly(16, stopped, async () => count(tally, await signIn(origin, victim))),
}

const everybody: Flood = {
  name: 'wrong passwords for invented emails',
  run: ({ origin }, tally, stopped) =>
    incessantly(16, stopped, async () => count(tally, await signIn(origin, `${randomUUID()}@example.org`))),
}

const codes: Flood = {
  name: 'codes guessed by 50 accounts',
  run: ({ origin, guessedId, students }, tally, stopped) =>
    incessantly(50, stopped, async (worker) => {
      const { token = '' } = students[worker] ?? {}
      const code = String(randomInt(1_000_000)).padStart(6, '0')
      const path = `/api/v1/sessions/${guessedId}/clock/in/by-code`
      count(tally, await postJson(origin, path, { code }, { headers: { authorization: `Bearer ${token}` } }))
    }),
}

/** What was tried against the server, section by section of what attackers found. */
export const floods: readonly Flood[] = [forms, held, foreignLines, school, oneAccount, everybody, codes]
