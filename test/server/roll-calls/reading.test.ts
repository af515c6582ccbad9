import { refusal } from '@test/support/errors'
import { listenToBoard } from '@test/support/listen'
import { portraitFile } from '@test/support/pictures'
import { doJobs, groupPhoto, lesson, readRollCall, rollCallForm } from '@test/support/roll-call-material'
import { testWorld } from '@test/support/world'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { AppError } from '@/domain/errors'
import type { FaceEngine } from '@/server/face/face-engine'
import { readRollCall as readStep } from '@/server/roll-calls/read'
import { resumeRollCalls } from '@/server/roll-calls/resume'

const world = testWorld()
const nobody = { enrolled: [] }

async function grey(): Promise<File> {
  const picture = await sharp({
    create: { width: 800, height: 600, channels: 3, background: '#888' },
  })
    .jpeg()
    .toBuffer()
  return new File([new Uint8Array(picture)], 'wall.jpg')
}

/** The engine of this world with a group reader that does something else first. */
async function engineThat(
  before: (call: number) => void,
): Promise<{ faceEngine: () => Promise<FaceEngine> }> {
  const engine = await world.context().faceEngine()
  let call = 0
  const readGroup: FaceEngine['readGroup'] = async (picture) => {
    call += 1
    before(call)
    return engine.readGroup(picture)
  }
  return { faceEngine: async () => ({ ...engine, readGroup }) }
}

async function begun(photos: File[]) {
  const { api, sessionId, teacher } = await lesson(world, nobody)
  const { rollCallId } = await api.rollCalls.create({ sessionId })
  for (const photo of photos) await api.rollCalls.addPhoto(rollCallForm(rollCallId, photo))
  await api.rollCalls.begin({ rollCallId })
  const state = async () => (await api.rollCalls.ofSession({ sessionId })).rollCall
  return { api, teacher, sessionId, rollCallId, state }
}

describe('photos', () => {
  test('are sealed until they are read, and erased as soon as they have been but for what is looked at', async () => {
    const { rollCallId, state } = await begun([await groupPhoto('annaAndDora')])
    const waiting = await world.db.rollCallPhoto.findFirstOrThrow({ where: { rollCallId } })
    expect(Buffer.from(waiting.image ?? []).includes(Buffer.from('JFIF'))).toBe(false)
    expect(await state()).toMatchObject({ state: 'WORKING', photos: [{ position: 1, done: false }] })
    await doJobs(world)
    expect(await world.db.rollCallPhoto.findFirst()).toMatchObject({ image: null, width: 1920 })
    expect(await state()).toMatchObject({ state: 'READY', photos: [{ done: true, problem: null }] })
    for (const face of await world.db.rollCallFace.findMany()) {
      expect(Buffer.from(face.crop).includes(Buffer.from('JFIF'))).toBe(false)
    }
  })

  test('that cannot be used are named one by one, and the others go on', async () => {
    const broken = new File(['no picture'], 'broken.jpg')
    const huge = await sharp({ create: { width: 7100, height: 7100, channels: 3, background: '#fff' } })
      .png({ compressionLevel: 9 })
      .toBuffer()
    const { state } = await begun([
      broken,
      await grey(),
      new File([new Uint8Array(huge)], 'huge.png'),
      await portraitFile('anna'),
    ])
    await doJobs(world)
    expect(await state()).toMatchObject({
      state: 'READY',
      photos: [
        { problem: 'picture.unreadable', faces: 0 },
        { problem: 'face.none', faces: 0 },
        { problem: 'picture.too_many_pixels', faces: 0 },
        { problem: null, faces: 1 },
      ],
    })
  })

  test('wait while the engine is busy, and are read when it is not', async () => {
    const { state, rollCallId } = await begun([await portraitFile('anna')])
    const busyOnce = await engineThat((call) => {
      if (call === 1) throw new AppError('face.busy')
    })
    await doJobs(world, busyOnce)
    expect(await state()).toMatchObject({ state: 'WORKING', photos: [{ done: false, problem: null }] })
    for (const _step of ['photo', 'decision'])
      await readStep(world.context(null, busyOnce), { rollCallId, tries: 0 })
    expect(await state()).toMatchObject({ state: 'READY', photos: [{ faces: 1 }] })
  })

  test('that the engine gives up on three times are left out', async () => {
    const { state, rollCallId } = await begun([await portraitFile('anna'), await portraitFile('berta')])
    const failing = await engineThat((call) => {
      if (call <= 3) throw new AppError('face.failed')
    })
    for (const tries of [0, 1, 2]) await readStep(world.context(null, failing), { rollCallId, tries })
    expect(await state()).toMatchObject({ photos: [{ problem: 'face.failed' }, { done: false }] })
    await doJobs(world, failing)
    expect(await state()).toMatchObject({ state: 'READY', photos: [{ faces: 0 }, { faces: 1 }] })
  })

  test('are erased where no engine starts, and the teacher is told', async () => {
    const { state, rollCallId } = await begun([await portraitFile('anna')])
    const none = { faceEngine: () => Promise.reject(new Error('no model')) }
    await readStep(world.context(null, none), { rollCallId, tries: 5 })
    expect(await state()).toMatchObject({ state: 'FAILED', photos: [] })
  })
})

describe('a server that is killed in the middle', () => {
  test('goes on where it was: a photo that is done is not read again', async () => {
    const photos = [await portraitFile('anna'), await portraitFile('berta'), await portraitFile('clara')]
    const { state, rollCallId } = await begun(photos)
    let read = 0
    const counting = await engineThat(() => {
      read += 1
    })
    await readStep(world.context(null, counting), { rollCallId, tries: 0 })
    // What a dead process leaves behind: its job is held for hours.
    await world.db.$executeRaw`
      UPDATE graphile_worker._private_jobs SET locked_by = 'dead', locked_at = now(), attempts = 1`
    await doJobs(world, counting)
    expect(await state()).toMatchObject({ state: 'WORKING', photos: [{ done: true }, { done: false }, {}] })
    await resumeRollCalls(world.context())
    await doJobs(world, counting)
    expect(await state()).toMatchObject({
      state: 'READY',
      photos: [{ faces: 1 }, { faces: 1 }, { faces: 1 }],
    })
    expect(read).toBe(3)
  })

  test('keeps one result of a photo that two processes read', async () => {
    const { rollCallId } = await begun([await portraitFile('anna')])
    await Promise.all([0, 1].map(() => readStep(world.context(), { rollCallId, tries: 0 })))
    expect(await world.db.rollCallFace.count()).toBe(1)
  })
})

describe('the page', () => {
  test('hears every step', async () => {
    const { teacher, sessionId } = await begun([await portraitFile('anna'), await portraitFile('berta')])
    const { lastEventId } = await world.api(teacher).rollCalls.ofSession({ sessionId })
    const heard = listenToBoard(world.as(teacher), sessionId, lastEventId)
    await doJobs(world)
    await heard.until(3)
    expect(heard.events.map(({ type }) => type)).toEqual(Array(3).fill('rollCall.changed'))
    await heard.cut()
  })

  test('is told that nobody can be recognised here', async () => {
    const { teacher, sessionId } = await lesson(world, nobody)
    const without = world.api(teacher, { recogniser: async () => null })
    expect(await without.rollCalls.ofSession({ sessionId })).toMatchObject({ recogniser: false })
    expect(await refusal(without.rollCalls.create({ sessionId }))).toBe('rollCalls.no_recogniser')
  })
})

describe('a session', () => {
  test('has one roll call under way', async () => {
    const { api, sessionId } = await lesson(world, nobody)
    const { rollCallId } = await api.rollCalls.create({ sessionId })
    expect(await refusal(api.rollCalls.create({ sessionId }))).toBe('rollCalls.under_way')
    await api.rollCalls.discard({ rollCallId })
    await api.rollCalls.create({ sessionId })
  })

  test('that is planned has none yet', async () => {
    const { api, classId } = await lesson(world, nobody)
    const { id } = await api.sessions.create({ classId, openNow: false, plannedStart: '2026-03-09T10:00' })
    expect(await refusal(api.rollCalls.create({ sessionId: id }))).toBe('sessions.not_open')
  })

  test('takes ten photos and no more, and the same file once', async () => {
    const { api, sessionId } = await lesson(world, nobody)
    const { rollCallId } = await api.rollCalls.create({ sessionId })
    const add = (text: string) => api.rollCalls.addPhoto(rollCallForm(rollCallId, new File([text], 'a.jpg')))
    const first = await add('1')
    expect(await add('1')).toEqual(first)
    for (let i = 2; i <= 10; i++) await add(String(i))
    expect(await refusal(add('11'))).toBe('rollCalls.too_many_photos')
    await api.rollCalls.begin({ rollCallId })
    await api.rollCalls.begin({ rollCallId })
  })

  test('without a photo is not begun', async () => {
    const { api, sessionId } = await lesson(world, nobody)
    const { rollCallId } = await api.rollCalls.create({ sessionId })
    expect(await refusal(api.rollCalls.begin({ rollCallId }))).toBe('rollCalls.no_photos')
    expect(await refusal(api.rollCalls.review({ rollCallId }))).toBe('rollCalls.not_ready')
  })
})

test('a photo of more than 40 MB is refused', async () => {
  const { api, sessionId } = await lesson(world, nobody)
  const { rollCallId } = await api.rollCalls.create({ sessionId })
  const large = new File([new Uint8Array(40 * 1024 * 1024 + 1)], 'a.jpg')
  await expect(api.rollCalls.addPhoto(rollCallForm(rollCallId, large))).rejects.toThrow('megabytes=40')
})

test('a roll call that was discarded while it was read stays discarded, with nothing of it left', async () => {
  const { api, sessionId } = await lesson(world, nobody)
  const rollCallId = await readRollCall(world, api, sessionId, [await portraitFile('anna')])
  await api.rollCalls.discard({ rollCallId })
  await api.rollCalls.discard({ rollCallId })
  await readStep(world.context(), { rollCallId, tries: 0 })
  expect(await api.rollCalls.ofSession({ sessionId })).toMatchObject({ rollCall: null })
  expect([await world.db.rollCallPhoto.count(), await world.db.rollCallFace.count()]).toEqual([0, 0])
})
