import { Temporal } from 'temporal-polyfill'
import { statusAtClockIn } from '@/domain/attendance'
import { joinCodeAlphabet } from '@/domain/classes'
import type { Actor } from '@/server/context/context'
import type { PrismaClient } from '@/server/db/generated/client'
import { writeChanges } from '@/server/ledger/write'
import { recordChange } from '@/server/sessions/record-changes'
import { makeClass } from '../test/support/factories'
import { arrivals, type DemoClass, students } from './demo-story'
import { numbersFrom } from './random'

/** A first start may be on a machine that has much else to do. */
export const slowly = { timeout: 60_000 }

const MINUTE = 60_000

/** A class with the records of its last three weeks. */
export async function seedClass(
  db: PrismaClient,
  demo: DemoClass,
  { teacher, pupils, now }: { teacher: Actor; pupils: Actor[]; now: Date },
): Promise<string> {
  const random = numbersFrom(demo.name)
  const joinCode = Array.from({ length: 6 }, () => joinCodeAlphabet.charAt(random.below(31))).join('')
  const roster = pupils.filter((_, index) => demo.members.includes(index))
  const { timeZone } = demo
  const start = new Date(now.getTime() - 40 * 24 * 60 * MINUTE)
  const { id: classId } = await makeClass(db, {
    teacher,
    students: roster,
    now: start,
    name: demo.name,
    joinCode,
    timeZone,
    liveness: 'CHALLENGE',
  })
  for (const openedAt of meetings(demo, now)) {
    const sessionId = await seedSession(db, classId, openedAt, demo)
    await seedRecords(db, { classId, sessionId, openedAt, demo, teacher, roster, pupils, random })
  }
  return classId
}

/** The past meetings of a class: on its weekdays of the last three weeks, at its local time, oldest first. */
function meetings(demo: DemoClass, now: Date): Date[] {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(demo.timeZone)
  const days = Array.from({ length: 21 }, (_, index) => today.subtract({ days: 21 - index }))
  return days
    .filter(({ dayOfWeek }) => demo.weekdays.includes(dayOfWeek))
    .map((day) => new Date(day.withPlainTime(demo.time).epochMilliseconds))
}

async function seedSession(
  db: PrismaClient,
  classId: string,
  openedAt: Date,
  demo: DemoClass,
): Promise<string> {
  const closedAt = new Date(openedAt.getTime() + demo.minutes * MINUTE)
  const { id } = await db.classSession.create({
    data: {
      classId,
      state: 'CLOSED',
      plannedStart: openedAt,
      plannedEnd: closedAt,
      lateAfterMinutes: 10,
      openedAt,
      closedAt,
      createdAt: openedAt,
    },
  })
  return id
}

interface Meeting {
  classId: string
  sessionId: string
  openedAt: Date
  demo: DemoClass
  teacher: Actor
  roster: Actor[]
  pupils: Actor[]
  random: ReturnType<typeof numbersFrom>
}

async function seedRecords(db: PrismaClient, meeting: Meeting) {
  const { classId, sessionId, openedAt, demo, teacher, roster, pupils, random } = meeting
  const session = { plannedStart: openedAt, openedAt, lateAfterMinutes: 10 }
  const closedAt = new Date(openedAt.getTime() + demo.minutes * MINUTE)
  const records = roster.map((student) => {
    const habit = students[pupils.indexOf(student)]?.habit ?? 'steady'
    const minutes = arrivals[habit](random)
    if (minutes === 'absent' || minutes === 'excused') {
      const excused = minutes === 'excused'
      return {
        record: {
          sessionId,
          studentId: student.id,
          status: excused ? ('EXCUSED' as const) : ('ABSENT' as const),
          method: excused ? ('HAND' as const) : ('SESSION_END' as const),
          note: excused ? 'Ill, parents called' : null,
          createdAt: excused ? openedAt : closedAt,
        },
        actorId: teacher.id,
      }
    }
    const clockedInAt = new Date(openedAt.getTime() + minutes * MINUTE + random.below(60) * 1000)
    return {
      record: {
        sessionId,
        studentId: student.id,
        status: statusAtClockIn(session, clockedInAt),
        method: 'HAND' as const,
        clockedInAt,
        clockedOutAt: new Date(closedAt.getTime() - random.below(120) * 1000),
        createdAt: clockedInAt,
      },
      actorId: teacher.id,
    }
  })
  const kept = await db.member.findMany({ where: { placeId: classId } })
  await db.sessionMember.createMany({
    data: kept.map(({ id: memberId, joinedAt }) => ({ sessionId, memberId, classId, joinedAt })),
  })
  await db.$transaction(async (tx) => {
    const rows = await tx.attendance.createManyAndReturn({ data: records.map(({ record }) => record) })
    const changes = rows.map((row, index) => ({
      at: row.createdAt,
      via: 'WEB' as const,
      ...recordChange({
        id: row.id,
        classId,
        actorId: records[index]?.actorId ?? null,
        method: row.method,
        before: null,
        after: row,
      }),
    }))
    await writeChanges(tx, changes)
  }, slowly)
}
