import { doJobs } from '@test/support/roll-call-material'
import { testWorld } from '@test/support/world'
import { expect, test } from 'vitest'
import { NOTICE_VERSION } from '@/domain/enrolment'
import { signIn } from '@/server/account/sign-in'
import { liftRetention } from '@/server/db/retention'
import { seedDemo } from '../../../prisma/seed'

const world = testWorld()
const faceKey = Buffer.alloc(32, 7).toString('base64')
const day = { password: 'marble kettle forest', now: new Date('2026-03-02T03:15:00Z'), faceKey }

const seed = async ({ faces = false } = {}) =>
  seedDemo({ databaseUrl: world.url, ...day, engine: faces ? await world.context().faceEngine() : null })

test('an empty database becomes a small school whose accounts can sign in', async () => {
  const accounts = await seed()
  expect(accounts.filter(({ role }) => role === 'teacher')).toHaveLength(2)
  expect(accounts.filter(({ role }) => role === 'student')).toHaveLength(14)
  for (const { email } of accounts) await signIn(world.context(), { email, password: day.password })
  expect(await world.db.demoAccount.count()).toBe(accounts.length)
  const counts = await world.db.attendance.groupBy({ by: ['status'], _count: true })
  expect(counts.map(({ status }) => status).sort()).toEqual(['ABSENT', 'EXCUSED', 'LATE', 'PRESENT'])
  const changes = await world.db.change.count({ where: { subject: 'attendance' } })
  expect(changes).toBe(await world.db.attendance.count())
})

test('tells the same story for the same day', async () => {
  const story = async () => {
    await seed()
    const rows = await world.db.attendance.findMany({
      orderBy: [{ session: { createdAt: 'asc' } }, { student: { email: 'asc' } }],
      select: { status: true, clockedInAt: true, clockedOutAt: true, student: { select: { email: true } } },
    })
    const codes = await world.db.place.findMany({
      orderBy: { name: 'asc' },
      select: { joinCode: true },
    })
    return { rows, codes }
  }
  const first = await story()
  await world.db.$transaction(async (tx) => {
    await liftRetention(tx, 'invented')
    await tx.place.deleteMany()
    await tx.user.deleteMany()
  })
  expect(await story()).toEqual(first)
})

test('a dozen have enrolled, sealed as everybody is, the site has measured itself, and people come in', async () => {
  await seed({ faces: true })
  const enrolled = await world.db.user.findMany({
    where: { enrolmentPhotos: { some: {} } },
    select: { consents: true, enrolmentPhotos: true, templates: true, demo: true },
  })
  expect(enrolled).toHaveLength(12)
  for (const { consents, enrolmentPhotos, templates, demo } of enrolled) {
    expect(consents).toMatchObject([{ noticeVersion: NOTICE_VERSION, withdrawnAt: null }])
    expect(enrolmentPhotos).toHaveLength(2)
    expect(templates).toHaveLength(2)
    expect(demo?.sample).toBeTruthy()
  }
  const [calibration] = await world.db.calibration.findMany()
  expect(calibration).toMatchObject({ people: 12, photos: 24 })

  // In the first minutes people clock in to the open session, by face and by code.
  world.clock.now = day.now
  await world.db.$executeRaw`UPDATE graphile_worker._private_jobs SET run_at = now() - interval '1 minute'`
  await doJobs(world)
  const records = await world.db.attendance.findMany({
    where: { session: { state: 'OPEN' } },
    select: { status: true, method: true },
  })
  const by = (method: string) => records.filter((record) => record.method === method).length
  expect({ face: by('FACE'), code: by('CODE'), all: records.length }).toEqual({ face: 6, code: 1, all: 7 })
  const checks = await world.db.faceCheck.findMany({ select: { outcome: true, liveness: true } })
  expect(new Set(checks.map(({ outcome, liveness }) => `${outcome} ${liveness}`))).toEqual(
    new Set(['MATCHED OFF']),
  )
}, 180_000)

test('a café has two months of hours: one is paid, one is due, and three things wait for somebody', async () => {
  await seed()
  const workplace = await world.db.workplace.findFirstOrThrow({ include: { place: true } })
  const employer = await world.db.user.findFirstOrThrow({ where: { roles: { has: 'EMPLOYER' } } })
  world.clock.now = day.now
  const api = world.api({ ...employer })
  const { id: workplaceId } = workplace
  const january = await api.payPeriods.review({ workplaceId, day: '2026-01-15' })
  expect(january.people).toHaveLength(12)
  expect(new Set(january.people.map(({ state }) => state))).toEqual(new Set(['PAID']))
  for (const { gross, payment } of january.people) expect(payment?.gross).toEqual(gross)
  const twoKinds = january.people.find(({ name }) => name === 'Aino Virtanen')
  const january15 = { workplaceId, employmentId: twoKinds?.employmentId ?? '', day: '2026-01-15' }
  const { sums } = await api.payPeriods.timesheet(january15)
  const worked = sums.filter(({ kind }) => kind === 'regular')
  const rates = new Set(worked.map(({ name, rate }) => `${name} ${rate?.amount}`))
  expect(rates).toEqual(new Set(['Kitchen 1850', 'Service 1600']))
  const february = await api.payPeriods.review({ workplaceId, day: '2026-02-15' })
  const states = february.people.map(({ state }) => state)
  expect({ signed: states.filter((state) => state === 'SIGNED').length, all: states.length }).toEqual({
    ...{ signed: 11, all: 12 },
  })
  const waiting = await api.timeEntries.corrections({ workplaceId })
  expect(waiting).toMatchObject([{ state: 'DISPUTED' }])
  const flagged = await world.db.timeEntry.findMany({ where: { flag: { not: null } } })
  expect(flagged).toMatchObject([{ flag: 'FORGOTTEN_OUT', outMethod: 'LONGEST_SHIFT' }])
  expect(await world.db.timeEntry.count({ where: { endedAt: null } })).toBe(4)
  const told = await world.db.change.count({ where: { subject: 'time entry' } })
  expect(told).toBeGreaterThanOrEqual(await world.db.timeEntry.count())
}, 180_000)

test.each(['2026-02-28T23:30:00Z', '2026-03-29T00:40:00Z', '2024-02-29T12:00:00Z'])(
  'begins well at %s',
  async (now) => {
    await seedDemo({ databaseUrl: world.url, ...day, now: new Date(now), engine: null })
    expect(await world.db.payment.count()).toBe(12)
  },
)
