import { makeClass } from '@test/support/factories'
import { testWorld } from '@test/support/world'
import { expect, test } from 'vitest'
import { clockBySample } from '@/server/clocking/by-sample'
import type { Actor } from '@/server/context/context'
import { enrolDemoPeople } from '@/server/demo/enrol'
import { cameraPortrait, roomPhoto } from '@/server/demo/portraits'
import { samplePortrait, sampleRoom } from '@/server/demo/samples'

const world = testWorld()

async function ofDemo(role: 'TEACHER' | 'STUDENT', name: string): Promise<Actor> {
  const user = await world.user([role], name)
  await world.db.demoAccount.create({ data: { userId: user.id } })
  return user
}

/** A class with an open session. */
async function lesson(teacher: Actor, students: Actor[]) {
  const { id: classId } = await makeClass(world.db, {
    ...{ teacher, students, now: world.clock.now, liveness: 'CHALLENGE' as const },
  })
  const { id: sessionId } = await world.api(teacher).sessions.create({ classId, openNow: true })
  return { classId, sessionId }
}

async function school() {
  const teacher = await ofDemo('TEACHER', 'Amara')
  const ada = await ofDemo('STUDENT', 'Ada')
  const ines = await ofDemo('STUDENT', 'Ines')
  await world.db.$executeRaw`DELETE FROM graphile_worker._private_jobs`
  await enrolDemoPeople(world.context(), [
    { actor: ada, sample: 'a' },
    { actor: ines, sample: 'b' },
  ])
  return { teacher, ada, ines, ...(await lesson(teacher, [ada, ines])) }
}

test('one of the demo clocks in with a sample picture, and the check says that no life was asked for', async () => {
  const { ada, ines, sessionId } = await school()
  expect(await world.api(ada).demo.samples()).toEqual({ portrait: true, room: true })
  expect(await world.api(ada).demo.clock({ sessionId, direction: 'in' })).toMatchObject({
    kind: 'clocked_in',
  })
  expect(await world.db.faceCheck.findMany()).toMatchObject([{ outcome: 'MATCHED', liveness: 'OFF' }])
  const picture = await cameraPortrait('a')
  const other = clockBySample(world.as(ines), { sessionId, direction: 'in', picture })
  await expect(other).rejects.toThrow(/^face\./)
})

test('nobody else does, in no other class, and not even with the picture in hand', async () => {
  const { teacher, ada, sessionId } = await school()
  const real = await world.user(['STUDENT'], 'Tom')
  const realTeacher = await world.user(['TEACHER'], 'Ms Lund')
  const elsewhere = await lesson(realTeacher, [ada, real])
  const picture = await cameraPortrait('a')
  const clock = (who: Actor, id: string) =>
    clockBySample(world.as(who), { sessionId: id, direction: 'in', picture })

  await expect(clock(real, sessionId)).rejects.toThrow('request.not_found')
  await expect(clock(real, elsewhere.sessionId)).rejects.toThrow('request.not_found')
  await expect(clock(ada, elsewhere.sessionId)).rejects.toThrow('request.not_found')
  expect(await world.api(real).demo.samples()).toEqual({ portrait: false, room: false })
  await expect(world.api(real).demo.clock({ sessionId, direction: 'in' })).rejects.toThrow(
    'request.not_found',
  )
  await expect(samplePortrait(world.as(real))).rejects.toThrow('request.not_found')
  await expect(sampleRoom(world.as(realTeacher), sessionId)).rejects.toThrow('request.not_found')
  await expect(sampleRoom(world.as(teacher), elsewhere.sessionId)).rejects.toThrow('request.not_found')

  // From the moment that somebody real runs the class as well, what happens in it happens to somebody.
  const { classId } = await world.db.classSession.findUniqueOrThrow({ where: { id: sessionId } })
  await world.db.leader.create({
    data: { placeId: classId, userId: realTeacher.id, role: 'ASSISTANT', since: world.clock.now },
  })
  await expect(clock(ada, sessionId)).rejects.toThrow('request.not_found')
  expect(await world.db.faceCheck.count()).toBe(0)
})

test('the photo of the room shows its teacher who is there', async () => {
  const { teacher, sessionId } = await school()
  expect(await sampleRoom(world.as(teacher), sessionId)).toEqual(await roomPhoto())
})
