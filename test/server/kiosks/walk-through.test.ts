import { onlyWithdrawn } from '@test/support/consents'
import { enrolCrowd } from '@test/support/crowd'
import { doorForm } from '@test/support/door-pictures'
import { refusal } from '@test/support/errors'
import { classWithKiosk } from '@test/support/kiosk-world'
import { tamper } from '@test/support/ledger'
import { portraitFile } from '@test/support/pictures'
import type { Sitter } from '@test/support/sample-portraits'
import { testWorld } from '@test/support/world'
import { describe, expect, test } from 'vitest'
import { ENOUGH_LOOKS } from '@/domain/face/tracks'
import type { ServiceContext } from '@/server/context/context'
import { configuredRecogniser } from '@/server/face/face-engine'
import { sealMemory } from '@/server/kiosks/door-memory'

const world = testWorld()

const identifies = (await configuredRecogniser()) === 'retail-0095'

/** A class whose site is large enough to name people, and a kiosk that they walk past. */
async function door() {
  const place = await classWithKiosk(world)
  await enrolCrowd(world.context(), { model: 'retail-0095', people: 150, classId: place.classId })
  await world.api(place.teacher).kiosks.update({ kioskId: place.kioskId, mode: 'WALK_THROUGH' })
  const kiosk = { ...place.kiosk, mode: 'WALK_THROUGH' as const }
  const atKiosk = (changes: Partial<ServiceContext> = {}) => place.atKiosk({ kiosk, ...changes })
  let memory: string | undefined
  /** The next frame of the kiosk. */
  const frame = async (who: readonly Sitter[], changes: Partial<ServiceContext> = {}, share = 0.4) => {
    const answer = await atKiosk(changes).door(await doorForm(who, share, memory))
    memory = answer.memory
    return answer
  }
  /** The same people for so many frames: what the last one says, and everybody who was greeted. */
  const walk = async (who: readonly Sitter[], frames: number) => {
    const greeted: string[] = []
    let last = await frame(who, {}, 0.36)
    for (let i = 1; ; i++) {
      greeted.push(...last.greetings.map(({ kind, firstName }) => `${firstName} ${kind}`))
      if (i >= frames) return { last, greeted }
      last = await frame(who, {}, 0.36 + 0.02 * i)
    }
  }
  return { ...place, kiosk, atKiosk, frame, walk, memory: () => memory }
}

const onBoard = () =>
  world.db.attendance.findMany({ where: { clockedInAt: { not: null } }, orderBy: { studentId: 'asc' } })

describe.skipIf(!identifies)('walking past a kiosk', () => {
  test('is offered by its state', async () => {
    const { atKiosk } = await door()
    expect(await atKiosk().state()).toMatchObject({ session: { identifies: true, walksThrough: true } })
  })

  test('two people of one frame are named by the second, clocked in and kept as evidence', async () => {
    const { frame, anna, berta, kioskId } = await door()
    const first = await frame(['anna', 'berta'])
    expect(first.people.map(({ state }) => state)).toEqual(['looking', 'looking'])
    expect(first.greetings).toEqual([])
    expect(await onBoard()).toEqual([])
    const second = await frame(['anna', 'berta'], {}, 0.42)
    expect(second.greetings.map(({ firstName, kind }) => [firstName, kind]).sort()).toEqual([
      ['Anna', 'clocked_in'],
      ['Berta', 'clocked_in'],
    ])
    const byPlace = second.people.toSorted((a, b) => a.box.x - b.box.x)
    expect(byPlace.map(({ firstName }) => firstName)).toEqual(['Anna', 'Berta'])
    expect((await onBoard()).map(({ studentId }) => studentId)).toEqual([anna.id, berta.id].sort())
    const checks = await world.db.faceCheck.findMany({ include: { evidence: true } })
    expect(checks.map(({ userId }) => userId).sort()).toEqual([anna.id, berta.id].sort())
    for (const check of checks) {
      expect(check).toMatchObject({ kioskId, outcome: 'MATCHED', liveness: 'PAD', purpose: 'CLOCK_IN' })
      expect(check.live).toBeGreaterThan(0.1)
      expect(check.evidence).not.toBeNull()
    }
  })

  test('nobody is greeted twice while they stand there, nor soon after', async () => {
    const { walk } = await door()
    expect((await walk(['anna'], 4)).greeted).toEqual(['Anna clocked_in'])
    expect((await walk([], 5)).greeted).toEqual([])
    expect((await walk(['anna'], 3)).greeted).toEqual([])
    expect(await world.db.faceCheck.count()).toBe(1)
  })

  test('walking past again later greets and changes nothing, neither for who is in nor for who has left', async () => {
    const { walk, sessionId, anna } = await door()
    await walk(['anna'], 2)
    const before = await onBoard()
    world.wait(5)
    expect((await walk(['anna'], 2)).greeted).toEqual(['Anna here'])
    expect(await onBoard()).toEqual(before)
    const left = { clockedOutAt: world.clock.now }
    await tamper(
      world.ownerUrl,
      `UPDATE "Attendance" SET "clockedOutAt" = $1 WHERE "sessionId" = $2 AND "studentId" = $3`,
      [left.clockedOutAt, sessionId, anna.id],
    )
    world.wait(5)
    expect((await walk(['anna'], 2)).greeted).toEqual(['Anna left'])
    expect(await onBoard()).toMatchObject([{ studentId: anna.id, ...left }])
    expect(await world.db.evidence.count()).toBe(1)
  })

  test('a stranger beside somebody known is not named, and only that somebody was there is kept', async () => {
    const { walk } = await door()
    const { last, greeted } = await walk(['clara', 'anna'], ENOUGH_LOOKS)
    expect(greeted).toEqual(['Anna clocked_in'])
    const byPlace = last.people.toSorted((a, b) => a.box.x - b.box.x)
    expect(byPlace.map(({ state, firstName }) => [state, firstName])).toEqual([
      ['unsure', null],
      ['known', 'Anna'],
    ])
    expect(await world.db.faceCheck.findMany({ where: { userId: null } })).toMatchObject([
      { outcome: 'NOT_MATCHED', reason: 'kiosks.unknown', similarity: null, live: null },
    ])
    expect(await world.db.evidence.count()).toBe(1)
  })

  test('a crowd of visitors does not make the kiosk pause, and a stranger who tries still does', async () => {
    const { walk, frame, atKiosk } = await door()
    for (let visitor = 0; visitor < 14; visitor++) {
      await walk(['clara'], ENOUGH_LOOKS)
      world.wait(1)
    }
    expect(await world.db.faceCheck.count({ where: { userId: null } })).toBe(14)
    expect(await world.db.faceLock.findMany()).toMatchObject([{ misses: 10, pausedUntil: null }])
    const tries = async () => {
      const form = new FormData()
      form.append('frame', await portraitFile('clara'))
      return refusal(atKiosk().stepUp(form))
    }
    let last = ''
    for (let i = 0; i < 12 && last !== 'kiosks.paused'; i++) last = await tries()
    expect(last).toBe('kiosks.paused')
    expect(await refusal(frame(['anna']))).toBe('kiosks.paused')
    world.wait(1)
    expect((await walk(['anna'], 2)).greeted).toEqual(['Anna clocked_in'])
    expect(await world.db.faceLock.count()).toBe(0)
  })

  test('of two who look too much alike neither is named', async () => {
    const { walk, anna, berta } = await door()
    const [aId = '', bId = ''] = [anna.id, berta.id].sort()
    const model = 'retail-0095'
    await world.db.lookAlike.create({ data: { model, aId, bId, similarity: 0.7, foundAt: world.clock.now } })
    const { last, greeted } = await walk(['anna'], 3)
    expect(greeted).toEqual([])
    expect(last.people).toMatchObject([{ state: 'unsure', firstName: null }])
    expect(await onBoard()).toEqual([])
    expect(await world.db.faceCheck.findMany()).toMatchObject([
      { userId: null, reason: 'kiosks.number_needed' },
    ])
  })

  test.each([
    ['has withdrawn', (id: string) => onlyWithdrawn(world, id)],
    [
      'is without face',
      (id: string) => world.db.user.update({ where: { id }, data: { faceOff: 'OWN_WISH' } }),
    ],
    [
      'is without face in this class',
      (id: string) =>
        world.db.member.updateMany({ where: { userId: id }, data: { faceOffSince: world.clock.now } }),
    ],
    [
      'has left the class',
      (id: string) =>
        world.db.member.updateMany({ where: { userId: id }, data: { leftAt: world.clock.now } }),
    ],
  ])('somebody who %s between two frames is not named', async (_title, change) => {
    const { frame, anna } = await door()
    await frame(['anna'])
    await change(anna.id)
    expect((await frame(['anna'])).greetings).toEqual([])
    expect(await onBoard()).toEqual([])
  })

  test.each<[string, number, number, { outcome: string; reason: string }[], number]>([
    ['twice, walks on', 2, 0.01, [{ outcome: 'NOT_LIVE', reason: 'face.not_live' }], 1],
    ['twice, walks on and is forgotten', -2, 0.01, [{ outcome: 'NOT_LIVE', reason: 'face.not_live' }], 1],
    ['once, walks on', 1, 0.01, [], 0],
    ['never, walks on', 2, 0.9, [], 0],
  ])(
    'somebody who was taken for a picture %s: a miss or none',
    async (_title, looks, live, checks, misses) => {
      const { atKiosk, kiosk, sessionId } = await door()
      const vector = new Float32Array(256).fill(1 / 16)
      const somebody = {
        ...{ id: 1, box: { x: 0, y: 0, width: 90, height: 90 }, missed: 0, verdict: null },
        looks: Array.from({ length: Math.abs(looks) }, () => ({ vector, live })),
      }
      const before = { tracks: [somebody], nextId: 2, greeted: [] }
      const occasion = { kind: 'session', placeId: kiosk.placeId, sessionId } as const
      const place = { occasion, model: 'retail-0095' }
      let memory = sealMemory({ ...world.context(null, { kiosk }), kiosk }, place, before)
      if (looks < 0) world.clock.now = new Date(world.clock.now.getTime() + 11_000)
      for (let i = 0; i < 6; i++) memory = (await atKiosk().door(await doorForm([], 0.4, memory))).memory
      expect(await world.db.faceCheck.findMany()).toMatchObject(checks)
      expect(await world.db.faceCheck.count()).toBe(checks.length)
      expect((await world.db.faceLock.findMany()).map((lock) => lock.misses)).toEqual(misses ? [misses] : [])
    },
  )

  test('a frame without anybody is nobody’s try', async () => {
    const { frame } = await door()
    expect(await frame([])).toMatchObject({ people: [], greetings: [] })
    expect(await world.db.faceCheck.count()).toBe(0)
    expect(await world.db.faceLock.count()).toBe(0)
  })
})

describe.skipIf(!identifies)('what a kiosk brings back', () => {
  test('says nothing to whoever reads it', async () => {
    const { frame, walk, anna, memory } = await door()
    await walk(['anna'], 2)
    await frame(['berta'])
    const read = Buffer.from(memory() ?? '', 'base64').toString('latin1')
    for (const word of [anna.id, 'Anna', 'vector', 'known']) expect(read).not.toContain(word)
  })

  test.each<[string, (text: string) => string]>([
    ['is forged', (text) => `${text.slice(0, 40)}AAAA${text.slice(44)}`],
    ['is cut off', (text) => text.slice(0, 100)],
    ['is nonsense', () => 'nonsense'],
  ])('counts for nothing where it %s', async (_title, change) => {
    const { frame, atKiosk, memory } = await door()
    await frame(['anna'])
    const form = await doorForm(['anna'], 0.42, change(memory() ?? ''))
    expect((await atKiosk().door(form)).greetings).toEqual([])
  })

  test('counts for nothing after ten seconds, nor at another kiosk', async () => {
    const { frame, atKiosk, teacher, classId, kiosk, memory } = await door()
    await frame(['anna'])
    const form = () => doorForm(['anna'], 0.42, memory())
    const { kioskId } = await world.api(teacher).kiosks.add({ placeId: classId, name: 'Back door' })
    const elsewhere = atKiosk({ kiosk: { ...kiosk, id: kioskId } })
    expect((await elsewhere.door(await form())).greetings).toEqual([])
    world.clock.now = new Date(world.clock.now.getTime() + 11_000)
    expect((await atKiosk().door(await form())).greetings).toEqual([])
  })

  test('is all that is remembered: a frame without it begins anew', async () => {
    const { frame, atKiosk, memory } = await door()
    await frame(['anna'])
    const form = (brought?: string) => doorForm(['anna'], 0.42, brought)
    expect((await atKiosk().door(await form())).greetings).toEqual([])
    expect((await atKiosk().door(await form(memory()))).greetings).toMatchObject([{ firstName: 'Anna' }])
  })
})

describe('where nobody may be named in passing', () => {
  test('a class that asks for movements has no such kiosk', async () => {
    const { teacher, classId, kioskId } = await classWithKiosk(world)
    await world.db.place.update({ where: { id: classId }, data: { liveness: 'CHALLENGE' } })
    const { kiosks } = world.api(teacher)
    expect(await kiosks.walkThroughBar({ placeId: classId })).toBe('CHALLENGE')
    const mode = 'WALK_THROUGH' as const
    expect(await refusal(kiosks.update({ kioskId, mode }))).toBe('kiosks.challenge_class')
    expect(await refusal(kiosks.add({ placeId: classId, name: 'Back door', mode }))).toBe(
      'kiosks.challenge_class',
    )
    expect(await kiosks.ofPlace({ placeId: classId })).toMatchObject([{ mode: 'ONE_AT_A_TIME' }])
  })

  test('a small site says so, and its kiosk takes one at a time', async () => {
    const { teacher, classId, atKiosk, kiosk } = await classWithKiosk(world)
    const bar = identifies ? 'SITE' : 'MODELS'
    expect(await world.api(teacher).kiosks.walkThroughBar({ placeId: classId })).toBe(bar)
    const past = atKiosk({ kiosk: { ...kiosk, mode: 'WALK_THROUGH' } })
    expect(await past.state()).toMatchObject({ session: { identifies: false, walksThrough: false } })
    expect(await refusal(past.door(await doorForm(['anna'], 0.4)))).toBe('kiosks.one_at_a_time')
  })

  test.skipIf(!identifies)('a class that asks for movements later falls back', async () => {
    const { atKiosk, classId, frame } = await door()
    await frame(['anna'])
    await world.db.place.update({ where: { id: classId }, data: { liveness: 'CHALLENGE' } })
    expect(await atKiosk().state()).toMatchObject({ session: { identifies: true, walksThrough: false } })
    expect(await refusal(frame(['anna']))).toBe('kiosks.one_at_a_time')
  })

  test.skipIf(!identifies)('a kiosk that takes one at a time reads nobody in passing', async () => {
    const { frame, kiosk, sessionId, teacher } = await door()
    expect(await refusal(frame(['anna'], { kiosk: { ...kiosk, mode: 'ONE_AT_A_TIME' } }))).toBe(
      'kiosks.one_at_a_time',
    )
    await world.api(teacher).sessions.close({ sessionId })
    expect(await refusal(frame(['anna']))).toBe('sessions.not_open')
  })

  test('somebody else’s kiosk is not changed', async () => {
    const { kioskId } = await classWithKiosk(world)
    const other = world.api(await world.user(['TEACHER'])).kiosks
    expect(await refusal(other.update({ kioskId, mode: 'WALK_THROUGH' }))).toBe('request.not_found')
  })
})
