import { randomUUID } from 'node:crypto'
import type { Role } from '@/domain/roles'
import type { Actor } from '@/server/context/context'
import type { LivenessPolicy, PrismaClient } from '@/server/db/generated/client'

interface NewUser {
  roles: Role[]
  now: Date
  name?: string
  email?: string
  passwordHash?: string
}

/** An account; without a hash nobody can sign in to it. */
export function makeUser(db: PrismaClient, person: NewUser): Promise<Actor> {
  const { roles, now, name = 'Somebody', email = `${randomUUID()}@example.org`, passwordHash = '-' } = person
  return db.user.create({
    data: { roles, name, email, passwordHash, createdAt: now },
    select: { id: true, name: true, email: true, roles: true, sessionVersion: true },
  })
}

interface NewClass {
  teacher: Actor
  students: Actor[]
  now: Date
  name?: string
  joinCode?: string
  timeZone?: string
  lateAfterMinutes?: number
  /** How a clock-in shows somebody alive: 'PAD' unless the challenge is what is tested. */
  liveness?: LivenessPolicy
}

/** A class with its roster. */
export async function makeClass(
  db: PrismaClient,
  input: NewClass,
): Promise<{ id: string; joinCode: string }> {
  const {
    teacher,
    students,
    now,
    name = 'Physics 9b',
    timeZone = 'Europe/Berlin',
    lateAfterMinutes = 10,
    liveness = 'PAD',
  } = input
  const joinCode = input.joinCode ?? randomUUID().slice(0, 6).toUpperCase()
  const { id } = await db.place.create({
    data: {
      kind: 'CLASS',
      name,
      joinCode,
      timeZone,
      liveness,
      createdAt: now,
      leaders: { create: { userId: teacher.id, role: 'OWNER', since: now } },
      members: {
        create: students.map(({ id }, index) => ({ userId: id, number: index + 1, joinedAt: now })),
      },
      schoolClass: { create: { lateAfterMinutes } },
    },
    select: { id: true },
  })
  return { id, joinCode }
}
