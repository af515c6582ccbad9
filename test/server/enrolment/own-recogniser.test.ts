import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { refusal } from '@test/support/errors'
import { enrolAs, lessonIn } from '@test/support/lesson'
import { arcFaceDescription, writeRecogniser } from '@test/support/own-recogniser'
import { testWorld } from '@test/support/world'
import { afterAll, expect, test } from 'vitest'
import { status } from '@/server/admin/service'
import type { ServiceContext } from '@/server/context/context'
import { createFaceEngine, type FaceEngine } from '@/server/face/face-engine'

const engines: FaceEngine[] = []
const folders: string[] = []
afterAll(async () => {
  await Promise.all(engines.map((engine) => engine.close()))
  await Promise.all(folders.map((folder) => rm(folder, { recursive: true })))
})

const world = testWorld()

/** What a server is given that was started with a recogniser of its own. */
async function startedWith(description: object): Promise<Pick<ServiceContext, 'faceEngine' | 'recogniser'>> {
  const dir = await mkdtemp(join(tmpdir(), 'clockface-own-'))
  folders.push(dir)
  const file = await writeRecogniser(dir, 'mine', { description })
  const engine = await createFaceEngine({ recogniser: { file }, workers: 1 })
  engines.push(engine)
  return { faceEngine: async () => engine, recogniser: async () => engine.recogniser }
}

test('a class enrols and clocks in with a recogniser of its own; another description is another recogniser', async () => {
  const own = await startedWith(arcFaceDescription)
  const model = await own.recogniser()
  const { anna, clock } = await lessonIn(world, { enrolled: false })
  await enrolAs(world, anna, own)
  expect(await world.db.template.count({ where: { model: model ?? '' } })).toBe(2)

  expect(await refusal(clock('berta', own))).toBe('face.not_recognised')

  // The same file described otherwise: what was made with the other one is not compared. The photos are not kept,
  // so that it cannot make templates of its own.
  await world.db.enrolmentPhoto.updateMany({ data: { image: null } })
  const other = await startedWith({ ...arcFaceDescription, colours: 'BGR' })
  expect(await other.recogniser()).not.toBe(model)
  expect(await refusal(clock('anna', other))).toBe('attendance.model_changed')
  expect(await world.api(anna, other).enrolment.status()).toMatchObject({
    enrolled: false,
    recogniserChanged: true,
  })

  expect(await clock('anna', own)).toMatchObject({ kind: 'clocked_in' })
  expect(await world.db.faceCheck.findFirst({ where: { outcome: 'MATCHED' } })).toMatchObject({ model })

  const admin = await world.user(['ADMIN'])
  expect(await status(world.as(admin, own))).toMatchObject({
    recogniser: model,
    own: { name: 'Test recogniser', licence: 'Made by a test; no conditions.' },
  })
})
