import { runMigrations } from 'graphile-worker'
import type { Role } from '@/domain/roles'
import { hashPassword } from '@/server/auth/password'
import type { Actor, ServiceContext } from '@/server/context/context'
import { clientOf } from '@/server/db/client-of'
import { queueArrival } from '@/server/demo/arrivals'
import { enrolDemoPeople } from '@/server/demo/enrol'
import type { FaceEngine } from '@/server/face/face-engine'
import { createLiveBus } from '@/server/live/bus'
import { createSession } from '@/server/sessions/service'
import { toolContext } from '../scripts/setup/tool-context'
import { makeUser } from '../test/support/factories'
import { admin, classes, students, teachers, withoutFace } from './demo-story'
import { employer, workers } from './demo-work'
import { seedClass } from './seed-class'
import { seedWorkplace } from './seed-workplace'

interface SeedInput {
  databaseUrl: string
  /** The one password of every demo account, made up for this installation. */
  password: string
  now: Date
  /** Seals the faces, as it does everybody's. */
  faceKey: string
  /** Without it nobody has a face. */
  engine: FaceEngine | null
}

export interface DemoAccount {
  name: string
  email: string
  role: string
}

/** Fills an empty database with a small school and a café: the same for a given day, but for ids and the password. */
export async function seedDemo(input: SeedInput): Promise<DemoAccount[]> {
  const { databaseUrl, password, now, faceKey, engine } = input
  const db = clientOf(databaseUrl)
  const live = createLiveBus(databaseUrl)
  try {
    const passwordHash = await hashPassword(password)
    const person = async (name: string, email: string, role: Role) => {
      const user = await makeUser(db, { name, email, roles: [role], now, passwordHash })
      await db.demoAccount.create({ data: { userId: user.id } })
      return user
    }
    const staff = new Map<string, Actor>()
    for (const { name, email } of teachers) staff.set(email, await person(name, email, 'TEACHER'))
    const pupils: Actor[] = []
    for (const { name, email } of students) pupils.push(await person(name, email, 'STUDENT'))
    await db.user.update({ where: { email: withoutFace }, data: { faceOff: 'OWN_WISH' } })
    await person(admin.name, admin.email, 'ADMIN')
    // What is queued for the server's first minutes needs the tables of the queue.
    await runMigrations({ connectionString: databaseUrl })
    const ctx = toolContext({ db, live, clock: () => now, faceKey, engine })
    if (engine) await enrolPupils(ctx, pupils)
    for (const demoClass of classes) {
      const teacher = staff.get(demoClass.teacher)
      if (!teacher) continue
      const classId = await seedClass(db, demoClass, { teacher, pupils, now })
      if (demoClass.open) await openSession(ctx, { classId, teacher, pupils })
    }
    const boss = await person(employer.name, employer.email, 'EMPLOYER')
    const people = new Map(pupils.map((pupil) => [pupil.email, pupil]))
    const hired = workers.filter(({ email }) => !people.has(email))
    for (const { name, email } of hired) people.set(email, await person(name, email, 'EMPLOYEE'))
    await seedWorkplace({ ctx, employer: boss, people, now })
    return [
      ...teachers.map((teacher) => ({ ...teacher, role: 'teacher' })),
      ...students.map(({ name, email }) => ({ name, email, role: 'student' })),
      { ...admin, role: 'admin' },
      { ...employer, role: 'employer' },
      ...hired.map(({ name, email }) => ({ name, email, role: 'employee' })),
    ]
  } finally {
    await live.close()
    await db.$disconnect()
  }
}

async function enrolPupils(ctx: ServiceContext, pupils: Actor[]) {
  const people = pupils.flatMap((actor, index) => {
    const sample = students[index]?.sample
    return sample ? [{ actor, sample }] : []
  })
  await enrolDemoPeople(ctx, people)
}

/** A session that has just begun, and who clocks in to it by and by. */
async function openSession(
  ctx: ServiceContext,
  { classId, teacher, pupils }: { classId: string; teacher: Actor; pupils: Actor[] },
) {
  const { id: sessionId } = await createSession({ ...ctx, actor: teacher }, { classId, openNow: true })
  for (const [index, { id: studentId }] of pupils.entries()) {
    const { arrives, sample } = students[index] ?? {}
    if (arrives === undefined) continue
    await queueArrival(ctx.db, { sessionId, studentId, by: sample ? 'FACE' : 'CODE' }, arrives)
  }
}
