import { randomInt, randomUUID } from 'node:crypto'
import { makeJoinCode } from '../../src/domain/classes'
import { clientOf } from '../../src/server/db/client-of'
import type { PrismaClient } from '../../src/server/db/generated/client'
import { newPersonalToken } from '../../src/server/tokens/secrets'

export interface Person {
  id: string
  token: string
}

/** A class for one round, with a teacher of its own: limits count by person. */
export interface Course {
  classId: string
  teacher: Person
}

type Role = 'TEACHER' | 'STUDENT'
const scopes: Record<Role, string[]> = {
  TEACHER: ['sessions:read', 'sessions:write', 'attendance:write'],
  STUDENT: ['clocking:write'],
}
const A_DAY_MS = 24 * 60 * 60 * 1000

async function makePerson(db: PrismaClient, role: Role): Promise<Person> {
  const { token, tokenHash } = newPersonalToken()
  const createdAt = new Date()
  const expiresAt = new Date(createdAt.getTime() + A_DAY_MS)
  const { id } = await db.user.create({
    data: {
      ...{
        email: `${randomUUID()}@example.org`,
        name: 'Somebody',
        passwordHash: '-',
        roles: [role],
        createdAt,
      },
      tokens: { create: { name: 'Chaos', tokenHash, scopes: scopes[role], createdAt, expiresAt } },
    },
    select: { id: true },
  })
  return { id, token }
}

/** Students, and for each round a class that all of them are in. */
export async function makeSchool(databaseUrl: string, size: { students: number; rounds: number }) {
  const db = clientOf(databaseUrl)
  try {
    const students: Person[] = []
    for (let i = 0; i < size.students; i++) students.push(await makePerson(db, 'STUDENT'))
    const courses: Course[] = []
    for (let i = 0; i < size.rounds; i++) courses.push(await makeCourse(db, students))
    return { students, courses }
  } finally {
    await db.$disconnect()
  }
}

async function makeCourse(db: PrismaClient, students: readonly Person[]): Promise<Course> {
  const teacher = await makePerson(db, 'TEACHER')
  const now = new Date()
  const { id: classId } = await db.place.create({
    data: {
      ...{ kind: 'CLASS', name: 'Chaos', timeZone: 'Europe/Berlin', liveness: 'PAD', createdAt: now },
      joinCode: makeJoinCode(randomInt),
      leaders: { create: { userId: teacher.id, role: 'OWNER', since: now } },
      members: { create: students.map(({ id }, i) => ({ userId: id, number: i + 1, joinedAt: now })) },
      schoolClass: { create: {} },
    },
    select: { id: true },
  })
  return { classId, teacher }
}
