import { refusal } from '@test/support/errors'
import { makeClass } from '@test/support/factories'
import { testWorld } from '@test/support/world'
import { describe, expect, test } from 'vitest'

const world = testWorld()
const physics = { name: 'Physics 9b', timeZone: 'Europe/Berlin', lateAfterMinutes: 10 }

async function school() {
  const teacher = await world.user(['TEACHER'], 'Ms Okafor')
  const student = await world.user(['STUDENT'], 'Amit')
  const schoolClass = await makeClass(world.db, { teacher, students: [student], now: world.clock.now })
  const input = { classId: schoolClass.id }
  return { teacher, student, schoolClass, input, place: { placeId: schoolClass.id } }
}

describe('a class', () => {
  test('is created with a join code and found in its teacher’s list', async () => {
    const teacher = await world.user(['TEACHER'])
    const { id } = await world.api(teacher).classes.create(physics)
    const [found] = await world.api(teacher).classes.taught({ archived: false })
    expect(found).toMatchObject({ id, ...physics, students: 0, openSession: null })
    expect(found?.joinCode).toMatch(/^[A-HJKMNP-Z2-9]{6}$/)
  })

  test.each([
    ['an empty name', { ...physics, name: '  ' }],
    ['a time zone that is none', { ...physics, timeZone: 'Europe/Atlantis' }],
    ['half a minute of grace', { ...physics, lateAfterMinutes: 0.5 }],
    ['an unknown field', { ...physics, teacherId: 'me' }],
  ])('with %s is refused', async (_title, input) => {
    const teacher = await world.user(['TEACHER'])
    expect(await refusal(world.api(teacher).classes.create(input))).toBe('BAD_REQUEST')
  })

  test('is found by a part of its name, in whatever case, and changed field by field', async () => {
    const api = world.api(await world.user(['TEACHER'])).classes
    const { id: classId } = await api.create(physics)
    await api.create({ ...physics, name: 'Chemistry_9' })
    const names = async (name: string) => (await api.taught({ name })).map((found) => found.name)
    expect([await names('physics'), await names('_'), await names('latin')]).toEqual([
      ['Physics 9b'],
      ['Chemistry_9'],
      [],
    ])
    await api.update({ classId, name: 'Physics 10b' })
    expect(await api.byId({ classId })).toMatchObject({ ...physics, name: 'Physics 10b' })
  })

  test('does not exist for another teacher', async () => {
    const { input, place } = await school()
    const other = world.api(await world.user(['TEACHER']))
    expect(await refusal(other.classes.byId(input))).toBe('request.not_found')
    expect(await refusal(other.classes.update({ ...input, ...physics }))).toBe('request.not_found')
    expect(await refusal(other.places.members(place))).toBe('request.not_found')
    expect(await refusal(other.classes.regenerateCode(input))).toBe('request.not_found')
    expect(await refusal(other.classes.setArchived({ ...input, archived: true }))).toBe('request.not_found')
    expect(await other.classes.taught({ archived: false })).toEqual([])
  })

  test('saved many times at once keeps one of them, and fails for nobody', async () => {
    const { teacher, input } = await school()
    const api = world.api(teacher).classes
    const saved = Array.from({ length: 12 }, (_, i) =>
      api.update({ ...input, ...physics, name: `Physics ${i}` }),
    )
    await Promise.all(saved)
    expect((await api.byId(input)).name).toMatch(/^Physics \d+$/)
  })

  test('is edited, archived and restored', async () => {
    const { teacher, input } = await school()
    const api = world.api(teacher)
    await api.classes.update({ ...input, ...physics, name: 'Physics 10' })
    await api.classes.setArchived({ ...input, archived: true })
    expect(await api.classes.taught({ archived: false })).toEqual([])
    expect(await api.classes.taught({ archived: true })).toMatchObject([{ name: 'Physics 10' }])
    await api.classes.setArchived({ ...input, archived: false })
    expect(await api.classes.taught({ archived: false })).toHaveLength(1)
  })

  test('is not archived while a session is open', async () => {
    const { teacher, input } = await school()
    await world.api(teacher).sessions.create({ ...input, openNow: true })
    const archive = world.api(teacher).classes.setArchived({ ...input, archived: true })
    expect(await refusal(archive)).toBe('sessions.still_open')
  })
})

describe('joining', () => {
  test('by code, however it is typed; twice is harmless', async () => {
    const { teacher, schoolClass, place } = await school()
    await world.db.place.update({ where: { id: schoolClass.id }, data: { joinCode: 'AB2CD3' } })
    const newcomer = await world.user(['STUDENT'], 'Bea')
    const api = world.api(newcomer)
    expect(await api.places.toJoin({ joinCode: 'ab2 cd3' })).toEqual({
      name: 'Physics 9b',
      teacher: 'Ms Okafor',
      joined: false,
    })
    await api.places.join({ joinCode: 'ab2-cd3' })
    await api.places.join({ joinCode: 'AB2CD3' })
    expect((await world.api(teacher).places.members(place)).map(({ name }) => name)).toEqual(['Amit', 'Bea'])
    expect(await api.places.joined()).toMatchObject([{ name: 'Physics 9b', teacher: 'Ms Okafor' }])
  })

  test('an unknown code and the code of an archived class are refused alike', async () => {
    const { teacher, student, schoolClass, input } = await school()
    const api = world.api(student)
    expect(await refusal(api.places.join({ joinCode: 'ZZZZZZ' }))).toBe('classes.code_unknown')
    await world.api(teacher).classes.setArchived({ ...input, archived: true })
    expect(await refusal(api.places.join({ joinCode: schoolClass.joinCode }))).toBe('classes.code_unknown')
  })

  test('guessing codes is stopped after 20 tries', async () => {
    const student = await world.user(['STUDENT'])
    for (let i = 0; i < 20; i++) await refusal(world.api(student).places.join({ joinCode: 'ZZZZZZ' }))
    expect(await refusal(world.api(student).places.join({ joinCode: 'ZZZZZZ' }))).toBe('request.too_many')
  })

  test('an old code stops working once there is a new one', async () => {
    const { teacher, schoolClass, input } = await school()
    const { joinCode } = await world.api(teacher).classes.regenerateCode(input)
    expect(joinCode).not.toBe(schoolClass.joinCode)
    const newcomer = world.api(await world.user(['STUDENT']))
    const { joinCode: old } = schoolClass
    expect(await refusal(newcomer.places.join({ joinCode: old }))).toBe('classes.code_unknown')
    expect(await newcomer.places.join({ joinCode })).toMatchObject({ name: 'Physics 9b' })
  })

  test('the teacher does not join their own class as a student', async () => {
    const teacher = await world.user(['TEACHER', 'STUDENT'])
    const { joinCode } = await makeClass(world.db, { teacher, students: [], now: world.clock.now })
    expect(await refusal(world.api(teacher).places.join({ joinCode }))).toBe('classes.own_class')
  })
})

describe('the roster', () => {
  test('stands in the order of the alphabet, accents and small letters among their like', async () => {
    const teacher = await world.user(['TEACHER'])
    const students = []
    for (const name of ['Zoe', 'adam', 'Éric', 'Bea', 'Ödön'])
      students.push(await world.user(['STUDENT'], name))
    const { id: classId } = await makeClass(world.db, { teacher, students, now: world.clock.now })
    const names = (await world.api(teacher).places.members({ placeId: classId })).map(({ name }) => name)
    expect(names).toEqual(['adam', 'Bea', 'Éric', 'Ödön', 'Zoe'])
  })
})

describe('leaving', () => {
  test('the student leaves, and comes back with the code', async () => {
    const { teacher, student, schoolClass, place } = await school()
    await world.api(student).places.leave(place)
    expect(await world.api(teacher).places.members(place)).toEqual([])
    expect(await world.api(student).places.joined()).toEqual([])
    await world.api(student).places.join({ joinCode: schoolClass.joinCode })
    expect(await world.api(teacher).places.members(place)).toHaveLength(1)
  })

  test('the teacher removes a student; a student who is not there cannot be removed', async () => {
    const { teacher, student, place } = await school()
    const removal = { ...place, userId: student.id }
    await world.api(teacher).places.removeMember(removal)
    expect(await world.api(teacher).places.members(place)).toEqual([])
    expect(await refusal(world.api(teacher).places.removeMember(removal))).toBe('request.not_found')
  })
})
