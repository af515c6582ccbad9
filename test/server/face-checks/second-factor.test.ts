import { refusal } from '@test/support/errors'
import { lessonIn } from '@test/support/lesson'
import { clockForm, portraitFile } from '@test/support/pictures'
import { testWorld } from '@test/support/world'
import { describe, expect, test } from 'vitest'
import type { Actor } from '@/server/context/context'

const world = testWorld()

/** A lesson whose Anna has a twin somewhere in the school. */
async function lessonWithTwin() {
  const lesson = await lessonIn(world)
  const twin = await world.user(['STUDENT'], 'Hannah')
  await looksLike(lesson.anna, twin)
  const clockWith = async (code: string) => {
    const form = clockForm(lesson.sessionId, 'in', [await portraitFile('anna', { share: 0.46 })])
    form.set('code', code)
    return world.api(lesson.anna).clocking.byFace(form)
  }
  const byCode = async () => {
    const { sessionId, anna, code } = lesson
    return world.api(anna).clocking.byCode({ sessionId, direction: 'in', code: await code() })
  }
  return { ...lesson, clockWith, byCode }
}

async function looksLike(a: Actor, b: Actor) {
  const model = (await world.context().recogniser()) ?? ''
  const [aId = '', bId = ''] = [a.id, b.id].sort()
  await world.db.lookAlike.create({ data: { model, aId, bId, similarity: 0.9, foundAt: world.clock.now } })
}

const lastCheck = () => world.db.faceCheck.findFirstOrThrow({ orderBy: { at: 'desc' } })

describe('somebody who has a look-alike', () => {
  test('is asked for the session’s code beside the face, and no record is made before', async () => {
    const { clock } = await lessonWithTwin()
    expect(await refusal(clock('anna'))).toBe('face.second_factor')
    expect(await world.db.attendance.count()).toBe(0)
    expect(await lastCheck()).toMatchObject({ outcome: 'MATCHED', secondFactor: false })
  })

  test('is clocked in by face when the code comes with it', async () => {
    const { clockWith, code } = await lessonWithTwin()
    expect(await clockWith(await code())).toMatchObject({ kind: 'clocked_in' })
    expect(await lastCheck()).toMatchObject({ outcome: 'MATCHED', reason: null, secondFactor: true })
    expect(await world.db.attendance.findFirst()).toMatchObject({ method: 'FACE' })
  })

  test('a wrong code beside the right face is refused, and the face is not looked at', async () => {
    const { clockWith, code } = await lessonWithTwin()
    const shown = await code()
    const wrong = shown.slice(0, 5) + ((Number(shown[5]) + 5) % 10)
    expect(await refusal(clockWith(wrong))).toBe('code.wrong')
    expect(await world.db.faceCheck.count()).toBe(0)
  })

  test('need not show the face again when the code follows within 2 minutes', async () => {
    const { clock, byCode } = await lessonWithTwin()
    await refusal(clock('anna'))
    world.wait(1.99)
    expect(await byCode()).toMatchObject({ kind: 'clocked_in' })
    expect(await lastCheck()).toMatchObject({ reason: null, secondFactor: true })
    expect(await world.db.attendance.findFirst()).toMatchObject({ method: 'FACE' })
  })

  test('later the code stands for itself', async () => {
    const { clock, byCode } = await lessonWithTwin()
    await refusal(clock('anna'))
    world.wait(2.01)
    expect(await byCode()).toMatchObject({ kind: 'clocked_in' })
    expect(await lastCheck()).toMatchObject({ reason: 'face.second_factor', secondFactor: false })
    expect(await world.db.attendance.findFirst()).toMatchObject({ method: 'CODE' })
  })

  test('a match without the code ends no row of misses, with it it does', async () => {
    const { anna, clock, clockWith, code } = await lessonWithTwin()
    const key = `person:${anna.id}`
    await world.db.faceLock.create({ data: { key, misses: 3, updatedAt: world.clock.now } })
    await refusal(clock('anna'))
    expect(await world.db.faceLock.findUnique({ where: { key } })).toMatchObject({ misses: 3 })
    await clockWith(await code())
    expect(await world.db.faceLock.findUnique({ where: { key } })).toBeNull()
  })

  test('a stranger’s face is refused as ever, and nothing tells of the look-alike', async () => {
    const { clock } = await lessonWithTwin()
    expect(await refusal(clock('berta'))).toBe('face.not_recognised')
  })
})

test('whoever has none needs no code, and a code that comes along is no second factor', async () => {
  const { clock, anna, sessionId, code } = await lessonIn(world)
  const form = clockForm(sessionId, 'in', [await portraitFile('anna')])
  form.set('code', await code())
  expect(await world.api(anna).clocking.byFace(form)).toMatchObject({ kind: 'clocked_in' })
  expect(await lastCheck()).toMatchObject({ reason: null, secondFactor: false })
  expect(await clock('anna')).toMatchObject({ kind: 'already_in' })
})
