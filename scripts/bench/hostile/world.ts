import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { listenerOn } from '../../../test/support/server-process'
import { eventually, start } from '../../../test/support/start'
import { type Course, makeSchool, type Person } from '../../chaos/people'
import { runningDatabase } from '../../setup/running-database'
import { call, endCalls, postJson } from './call'

const STUDENTS = 240

export interface HostileWorld {
  origin: string
  /** The process of the server. */
  pid: number
  teacher: Person
  students: Person[]
  sessionId: string
  /** Another one, of the same people, into which nobody has clocked in. */
  guessedId: string
  /** An email that somebody signs in with. */
  victim: string
}

async function openSession(origin: string, classId: string, { token }: Person): Promise<string> {
  const headers = { authorization: `Bearer ${token}` }
  const opened = await postJson(origin, `/api/v1/classes/${classId}/sessions`, { openNow: true }, { headers })
  if (opened.status !== 200) throw new Error(`No session could be opened: ${opened.text}`)
  return (JSON.parse(opened.text) as { id: string }).id
}

async function signUp(origin: string): Promise<string> {
  const email = 'somebody@example.org'
  const person = { email, name: 'Somebody', password: 'a long winding sentence 7', role: 'STUDENT' }
  const made = await postJson(origin, '/api/trpc/account.signUp', { json: person })
  if (made.status !== 200) throw new Error(`No account could be made: ${made.text}`)
  return email
}

/** A production server on a folder of its own, with a school in it. */
export async function withHostileWorld(work: (world: HostileWorld) => Promise<void>): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'clockface-hostile-'))
  const installation = start({ DATA_DIR: dataDir, PORT: '0', DEMO: 'false' })
  try {
    const origin = await installation.ready
    const ready = async () => (await call(origin, { path: '/api/health/ready' })).status === 200
    await eventually('the server to be ready', ready)
    const { students, courses } = await makeSchool(runningDatabase(dataDir), {
      students: STUDENTS,
      rounds: 2,
    })
    const [{ teacher, classId }, other] = courses as [Course, Course]
    const pid = await listenerOn(Number(new URL(origin).port))
    if (!pid) throw new Error('The process of the server cannot be found')
    const sessionId = await openSession(origin, classId, teacher)
    const guessedId = await openSession(origin, other.classId, other.teacher)
    await work({ origin, pid, teacher, students, sessionId, guessedId, victim: await signUp(origin) })
  } catch (error) {
    console.error(installation.printed())
    throw error
  } finally {
    endCalls()
    installation.child.kill('SIGTERM')
    await installation.ended
    rmSync(dataDir, { recursive: true, force: true })
  }
}
