import { refusal } from '@test/support/errors'
import { makeClass } from '@test/support/factories'
import { testWorld } from '@test/support/world'
import { expect, test } from 'vitest'

const world = testWorld()

async function twoClasses() {
  const teacher = await world.user(['TEACHER'])
  const student = await world.user(['STUDENT'], 'Bea')
  const { now } = world.clock
  const { id: oldId } = await makeClass(world.db, { teacher, students: [student], now })
  const { id: placeId, joinCode } = await makeClass(world.db, { teacher, students: [], now })
  const api = world.api(teacher)
  const names = async () => (await api.places.members({ placeId })).map(({ name }) => name)
  return { teacher, student, oldId, placeId, joinCode, api, names }
}

test('a leader takes in somebody who is in another class of theirs; twice is harmless', async () => {
  const { api, student, placeId, names } = await twoClasses()
  await api.places.addMember({ placeId, email: student.email.toUpperCase() })
  await api.places.addMember({ placeId, email: student.email })
  expect(await names()).toEqual(['Bea'])
})

test('of everybody else the answer is the same, whether there is such an account or not', async () => {
  const { api, placeId, names } = await twoClasses()
  const stranger = await world.user(['STUDENT'])
  const { id } = await makeClass(world.db, {
    teacher: await world.user(['TEACHER']),
    students: [stranger],
    now: world.clock.now,
  })
  const add = (email: string) => refusal(api.places.addMember({ placeId, email }))
  expect([await add(stranger.email), await add('nobody@example.org')]).toEqual([
    'places.joins_by_code',
    'places.joins_by_code',
  ])
  expect(await refusal(api.places.addMember({ placeId: id, email: stranger.email }))).toBe(
    'request.not_found',
  )
  expect(await names()).toEqual([])
})

test('whoever left the class comes back by the code alone, and whoever runs it is no member', async () => {
  const { api, student, teacher, placeId, joinCode, names } = await twoClasses()
  const own = world.api(student).places
  await own.join({ joinCode })
  await own.leave({ placeId })
  const add = () => refusal(api.places.addMember({ placeId, email: student.email }))
  expect(await add()).toBe('places.joins_by_code')
  expect(await names()).toEqual([])
  await world.db.member.deleteMany({ where: { placeId } })
  await world.db.leader.create({
    data: { placeId, userId: student.id, role: 'ASSISTANT', since: world.clock.now },
  })
  expect(await add()).toBe('places.leads_already')
  expect(await refusal(api.places.addMember({ placeId, email: teacher.email }))).toBe('places.joins_by_code')
})
