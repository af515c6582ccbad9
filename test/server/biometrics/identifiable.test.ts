import { randomUUID } from 'node:crypto'
import { onlyWithdrawn } from '@test/support/consents'
import { makeClass } from '@test/support/factories'
import { testWorld } from '@test/support/world'
import { expect, test } from 'vitest'
import { IDENTIFICATION_NOTICE, NOTICE_VERSION } from '@/domain/enrolment'
import { identifiableAmong, matchableIn } from '@/server/biometrics/identifiable'
import { sealVector } from '@/server/biometrics/templates'

const world = testWorld()
const model = 'retail-0095'

/** A student with one template, who may be identified unless one of these stands against it. */
async function student(against: {
  faceOff?: boolean
  disabled?: boolean
  notice?: number
  withdrawn?: boolean
}) {
  const now = world.clock.now
  const user = await world.user(['STUDENT'])
  await world.db.user.update({
    where: { id: user.id },
    data: { faceOff: against.faceOff ? 'STAFF' : null, disabledAt: against.disabled ? now : null },
  })
  const noticeVersion = against.notice ?? NOTICE_VERSION
  await world.db.consent.create({
    data: { userId: user.id, noticeVersion, givenAt: now },
  })
  const photoId = randomUUID()
  await world.db.enrolmentPhoto.create({ data: { id: photoId, userId: user.id, createdAt: now } })
  const vector = sealVector(world.context(), photoId, Float32Array.of(1, 0))
  await world.db.template.create({ data: { userId: user.id, photoId, model, vector, createdAt: now } })
  if (against.withdrawn) await onlyWithdrawn(world, user.id)
  return user
}

test('who may be identified is one answer, however it is asked', async () => {
  const teacher = await world.user(['TEACHER'])
  const flags = [false, true]
  const students = []
  for (const faceOff of flags)
    for (const disabled of flags)
      for (const withdrawn of flags)
        for (const notice of [IDENTIFICATION_NOTICE - 1, IDENTIFICATION_NOTICE])
          students.push(await student({ faceOff, disabled, withdrawn, notice }))
  const [leaver, stays, offHere] = [await student({}), await student({}), await student({})]
  const outside = await student({})
  const { id: placeId } = await makeClass(world.db, {
    teacher,
    students: [...students, leaver, stays, offHere],
    now: world.clock.now,
  })
  await world.db.member.updateMany({ where: { userId: leaver.id }, data: { leftAt: world.clock.now } })
  await world.db.member.updateMany({
    where: { userId: offHere.id, placeId },
    data: { faceOffSince: world.clock.now },
  })
  const { id: elsewhere } = await makeClass(world.db, {
    ...{ teacher, students: [offHere], now: world.clock.now },
  })
  const asked = await world.db.user.findMany({
    where: identifiableAmong({ placeId, leftAt: null }),
    orderBy: { id: 'asc' },
  })
  const matched = await matchableIn(world.db, { placeId, model })
  expect(matched.map(({ userId }) => userId)).toEqual(asked.map(({ id }) => id))
  expect(asked).toHaveLength(2)
  expect(asked.map(({ id }) => id)).toContain(stays.id)
  expect(asked.map(({ id }) => id)).not.toContain(outside.id)
  const there = await matchableIn(world.db, { placeId: elsewhere, model })
  expect(there.map(({ userId }) => userId)).toEqual([offHere.id])
  const askedThere = await world.db.user.count({
    where: identifiableAmong({ placeId: elsewhere, leftAt: null }),
  })
  expect(askedThere).toBe(1)
})
