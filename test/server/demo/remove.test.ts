import { doJobs, readRollCall } from '@test/support/roll-call-material'
import { testWorld } from '@test/support/world'
import { expect, test } from 'vitest'
import { roomPhoto } from '@/server/demo/portraits'
import { removeDemo } from '@/server/demo/remove'
import { verifyLedger } from '@/server/ledger/verify'
import { seedDemo } from '../../../prisma/seed'

const world = testWorld()
const actor = { id: true, name: true, email: true, roles: true, sessionVersion: true } as const

async function seed({ faces = false } = {}) {
  const faceKey = Buffer.alloc(32, 7).toString('base64')
  const engine = faces ? await world.context().faceEngine() : null
  const { now } = world.clock
  await seedDemo({ databaseUrl: world.url, password: 'marble kettle forest', now, faceKey, engine })
}

const person = (email: string) =>
  world.db.user.findUniqueOrThrow({ where: { email: `${email}@example.org` }, select: actor })

/** Every row of every table, as text. */
async function everyRow(): Promise<Record<string, string[]>> {
  const tables = await world.db.$queryRaw<{ name: string }[]>`
    SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`
  const found: Record<string, string[]> = {}
  for (const { name } of tables) {
    const rows = await world.db.$queryRawUnsafe<{ row: string }[]>(
      `SELECT to_jsonb(t)::text AS row FROM "${name}" t ORDER BY 1`,
    )
    // An address that tried is nobody's.
    found[name] = rows.map(({ row }) => row).filter((row) => !/"key": "[a-z -]+ address:/.test(row))
  }
  return found
}

/** A school of its own, before there is a demo. */
async function school() {
  await world.db.installation.create({ data: { faceKeyFingerprint: 'of the tests' } })
  const teacher = await world.user(['TEACHER'], 'Ms Lund')
  const student = await world.user(['STUDENT'], 'Tom')
  const { id: classId } = await world.api(teacher).classes.create({
    ...{ name: 'Art 7', timeZone: 'Europe/Berlin', liveness: 'CHALLENGE', lateAfterMinutes: 10 },
  })
  const { joinCode } = await world.db.place.findUniqueOrThrow({ where: { id: classId } })
  await world.api(student).places.join({ joinCode: joinCode ?? '' })
  const { id: sessionId } = await world.api(teacher).sessions.create({ classId, openNow: true })
  await world.api(teacher).attendance.mark({ sessionId, studentId: student.id, status: 'PRESENT' })
  return { teacher }
}

test('everything of the demo goes, and nothing else: what stays of it are rows of the ledger, which name nobody', async () => {
  await school()
  const before = await everyRow()
  await seed({ faces: true })
  await world.db.$executeRaw`UPDATE graphile_worker._private_jobs SET run_at = now() - interval '1 minute'`
  await doJobs(world)
  const teacher = await person('amara.okafor')
  const api = world.api(teacher)
  const session = await world.db.classSession.findFirstOrThrow({
    where: { state: 'OPEN', schoolClass: { place: { leaders: { some: { userId: teacher.id } } } } },
  })
  const room = new File([new Uint8Array(await roomPhoto())], 'room.jpg', { type: 'image/jpeg' })
  await readRollCall(world, api, session.id, [room])
  const during = await everyRow()
  expect(during.RollCallFace?.length).toBeGreaterThan(9)
  expect(during.Evidence?.length).toBeGreaterThan(0)

  expect(await removeDemo(world.context())).toEqual({ accounts: 28, places: 4 })

  const { Change, Installation, Erasure, ...after } = await everyRow()
  const { Change: changeBefore, Installation: _, Erasure: __, ...rest } = before
  expect(after).toEqual(rest)
  expect(Change).toEqual(during.Change)
  expect(Change?.length).toBeGreaterThan(changeBefore?.length ?? 0)
  for (const name of ['Okafor', 'Brandt', 'example.org']) expect([Change, Erasure].join()).not.toContain(name)
  expect(Installation?.join()).toMatch(/"demoRemovedAt": "\d/)
  const jobs = await world.db
    .$queryRaw`SELECT 1 FROM graphile_worker.jobs WHERE task_identifier = 'demo_arrival'`
  expect(jobs).toEqual([])
  expect(await verifyLedger(world.context())).toMatchObject({ fault: null })
}, 180_000)

test('a class that somebody else runs as well becomes theirs, with what others have in it', async () => {
  const { teacher } = await school()
  await seed()
  const demo = await person('jonas.lindqvist')
  const { id: classId } = await world.api(demo).classes.create({
    ...{ name: 'Shared', timeZone: 'Europe/Berlin', liveness: 'PAD', lateAfterMinutes: 10 },
  })
  await world.db.leader.create({
    data: { placeId: classId, userId: teacher.id, role: 'ASSISTANT', since: world.clock.now },
  })
  await removeDemo(world.context())
  expect(await world.db.leader.findMany({ where: { placeId: classId } })).toMatchObject([
    { userId: teacher.id, role: 'OWNER' },
  ])
})
