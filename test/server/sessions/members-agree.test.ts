import { refusal } from '@test/support/errors'
import { makeClass } from '@test/support/factories'
import { kioskOf } from '@test/support/kiosk-world'
import { testWorld } from '@test/support/world'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { attendanceStatuses } from '@/domain/attendance'
import { belongs, countStandings, headcount, type StandingCounts } from '@/domain/board'
import { registerKiosk } from '@/server/kiosks/service'

const world = testWorld()
const PEOPLE = 5

const who = fc.nat(PEOPLE - 1)
const step = fc.oneof(
  fc.record({ kind: fc.constantFrom('join', 'leave', 'remove', 'clock in', 'clock out'), who }),
  fc.record({ kind: fc.constantFrom('start', 'end'), who }),
  fc.record({
    kind: fc.constant('mark'),
    who,
    status: fc.constantFrom(...attendanceStatuses),
    back: fc.nat(2),
  }),
)
type Step = {
  kind: string
  who: number
  status?: (typeof attendanceStatuses)[number]
  back?: number
}

/** What a session should show, told by the steps alone. */
interface Expected {
  id: string
  open: boolean
  recorded: Set<string>
  /** Who was in the class when it ended. */
  members: Set<string>
}

async function school() {
  const teacher = await world.user(['TEACHER'], 'Ms Okafor')
  const people = await Promise.all(
    Array.from({ length: PEOPLE }, (_, i) => world.user(['STUDENT'], `No. ${i}`)),
  )
  const { id: classId, joinCode } = await makeClass(world.db, {
    teacher,
    students: people.slice(0, 2),
    now: world.clock.now,
  })
  const api = world.api(teacher)
  const { link } = await api.kiosks.add({ placeId: classId, name: 'Door' })
  const kiosk = await kioskOf(world, (await registerKiosk(world.context(), { link })).token)
  const door = world.api(null, { kiosk, recogniser: async () => null }).kiosks
  const inClass = new Set(people.slice(0, 2).map(({ id }) => id))
  return {
    api,
    people,
    classId,
    joinCode,
    door,
    inClass,
    everIn: new Set(inClass),
    sessions: [] as Expected[],
  }
}
type School = Awaited<ReturnType<typeof school>>

async function take(school: School, { kind, who, status, back = 0 }: Step) {
  const { api, people, classId, joinCode, inClass, everIn, sessions } = school
  world.wait(1)
  const person = people[who]
  if (!person) throw new Error('There is nobody of this number')
  const { id: studentId } = person
  const own = world.api(person)
  const open = sessions.find((session) => session.open)
  const newest = sessions.at(-1 - back) ?? sessions.at(-1)
  switch (kind) {
    case 'join':
      await own.places.join({ joinCode })
      everIn.add(studentId)
      return inClass.add(studentId)
    case 'leave':
      await own.places.leave({ placeId: classId })
      return inClass.delete(studentId)
    case 'remove': {
      const removal = api.places.removeMember({ placeId: classId, userId: studentId })
      if (!inClass.delete(studentId)) return expect(await refusal(removal)).toBe('request.not_found')
      return removal
    }
    case 'start':
      if (open) return
      return sessions.push({
        ...(await api.sessions.create({ classId, openNow: true })),
        open: true,
        recorded: new Set(),
        members: new Set(),
      })
    case 'end': {
      if (!open) return
      const preview = await api.sessions.closingPreview({ sessionId: open.id })
      expect(await api.sessions.close({ sessionId: open.id })).toEqual(preview)
      open.open = false
      open.members = new Set(inClass)
      for (const id of inClass) open.recorded.add(id)
      return
    }
    case 'mark': {
      if (!newest || !status) return
      const marking = api.attendance.mark({ sessionId: newest.id, studentId, status })
      const member = newest.open ? inClass.has(studentId) : newest.members.has(studentId)
      if (member || newest.recorded.has(studentId)) {
        newest.recorded.add(studentId)
        return marking
      }
      const code = newest.open ? 'attendance.left_class' : 'attendance.not_in_session'
      return expect(await refusal(marking)).toBe(everIn.has(studentId) ? code : 'request.not_found')
    }
    default: {
      if (!open) return
      const { code } = await api.sessions.code({ sessionId: open.id })
      const direction = kind === 'clock in' ? 'in' : 'out'
      const clocking = own.clocking.byCode({ sessionId: open.id, direction, code })
      if (!inClass.has(studentId)) return expect(await refusal(clocking)).toBe('attendance.not_in_class')
      if (direction === 'out') return clocking.catch(() => undefined)
      open.recorded.add(studentId)
      return clocking
    }
  }
}

async function expectAgreement({ api, people, classId, door, inClass, sessions }: School) {
  const [schoolClass] = (await api.classes.taught({ archived: false })).filter(({ id }) => id === classId)
  expect(schoolClass?.students).toBe(inClass.size)
  expect(await api.places.members({ placeId: classId })).toHaveLength(inClass.size)
  const list = (await api.sessions.ofClass({ classId })).items
  const all: StandingCounts[] = []
  for (const { id: sessionId, open, recorded, members } of sessions) {
    const { students, session: shown } = await api.sessions.board({ sessionId })
    const expected = new Set([...(open ? inClass : members), ...recorded])
    expect(new Set(students.filter(belongs).map(({ id }) => id))).toEqual(expected)
    const counts = countStandings(students, shown)
    expect(headcount(counts).total).toBe(expected.size)
    expect(counts.WAITING).toBe([...expected].filter((id) => !recorded.has(id)).length)
    expect(list.find(({ id }) => id === sessionId)?.counts).toEqual(counts)
    all.push(countStandings(students, { state: 'CLOSED' }))
    if (!open) {
      expect(students.every(belongs)).toBe(true)
      continue
    }
    expect(await api.sessions.closingPreview({ sessionId })).toEqual({ absent: counts.WAITING })
    const { session } = await door.state()
    expect(session).toMatchObject({ present: counts.PRESENT, late: counts.LATE, students: expected.size })
  }
  const totals = await Promise.all(people.map((person) => world.api(person).attendance.ownTotals()))
  for (const [status, key] of [
    ['PRESENT', 'present'],
    ['LATE', 'late'],
    ['ABSENT', 'absent'],
    ['EXCUSED', 'excused'],
  ] as const) {
    const ofPeople = totals.reduce((sum, own) => sum + own.all[key], 0)
    expect(ofPeople).toBe(all.reduce((sum, counts) => sum + counts[status], 0))
  }
}

test('list, board, record, kiosk and closing preview agree after whatever happened', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 24 }), async (steps) => {
      const there = await school()
      await take(there, { kind: 'start', who: 0 })
      for (const one of steps) await take(there, one)
      await expectAgreement(there)
    }),
    { numRuns: 20 },
  )
}, 180_000)
