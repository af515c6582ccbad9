import { appendFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { backups, everything, withRestored } from '@test/support/backup'
import { makeClass } from '@test/support/factories'
import { strangers } from '@test/support/synthetic-people'
import { testWorld } from '@test/support/world'
import { expect, test, vi } from 'vitest'
import { seal } from '@/server/crypto/seal'
import { noteErasures } from '@/server/erasure/list'
import { fingerprint } from '../../../scripts/setup/face-key'

vi.setConfig({ testTimeout: 120_000 })

const world = testWorld()
const { file, folder, emptyFolder, save, restore } = backups()

test('who was erased after the backup stays erased when it is put back, and who enrolled again before it stays', async () => {
  const here = { DATABASE_URL: world.ownerUrl, DATA_DIR: folder() }
  const settings = { ...world.context().settings, erasureFile: join(here.DATA_DIR, 'erasures.jsonl') }
  const faceKeyFingerprint = fingerprint(settings.faceKey.toString('base64'))
  await world.db.installation.create({ data: { faceKeyFingerprint } })
  const teacher = await world.user(['TEACHER'])
  const [ann, ben, cleo, dan] = await strangers(world, 4)
  if (!ann || !ben || !cleo || !dan) throw new Error('Four are missing')
  const { id: classId } = await makeClass(world.db, {
    ...{ teacher, students: [ann, ben, cleo, dan], now: world.clock.now },
  })
  const { id: sessionId } = await world.api(teacher).sessions.create({ classId, openNow: true })
  await world.db.faceCheck.create({
    data: {
      ...{ userId: ann.id, placeId: classId, sessionId, purpose: 'CLOCK_IN', outcome: 'MATCHED' },
      ...{ model: 'retail-0095', similarity: 0.7, threshold: 0.5, at: world.clock.now },
      evidence: {
        create: {
          image: seal(settings.faceKey, 'evidence', Buffer.from('a picture')),
          createdAt: world.clock.now,
        },
      },
    },
  })
  await world.api(dan).enrolment.withdraw()
  await world.db.consent.create({
    data: { userId: dan.id, noticeVersion: 4, givenAt: world.clock.now },
  })
  const { id: again } = await world.db.enrolmentPhoto.create({
    data: { userId: dan.id, createdAt: world.clock.now },
  })
  await noteErasures({ ...world.context(), settings })
  expect(await save(file('yesterday'), here)).toMatchObject({ code: 0 })

  world.wait(24 * 60)
  await world.api(ann).enrolment.withdraw()
  const photo = await world.db.enrolmentPhoto.findFirstOrThrow({ where: { userId: ben.id } })
  await world.api(ben).enrolment.deletePhoto({ photoId: photo.id })
  await world.db.user.delete({ where: { id: cleo.id } })
  // Cut off in the middle, as by a crash; and noted twice, as when that came between the file and the database.
  appendFileSync(settings.erasureFile, '{"id":"0190')
  await noteErasures({ ...world.context(), settings })
  await world.db.erasure.updateMany({ data: { notedAt: null } })
  await noteErasures({ ...world.context(), settings })
  const noted = readFileSync(settings.erasureFile, 'utf8')
  for (const word of ['@', 'Student', 'retail']) expect(noted).not.toContain(word)

  const dataDir = emptyFolder(here.DATA_DIR)
  const { said } = await restore(file('yesterday'), dataDir)
  expect(said).toContain('Erased again, as after the backup: 1 faces, 3 photos, 2 other rows.')
  expect(said).toContain('1 lines of erasures.jsonl that cannot be read')
  await withRestored(dataDir, async (url) => {
    const rows = await everything(url)
    const withAnn = Object.keys(rows).filter((name) => rows[name]?.join().includes(ann.id))
    expect(withAnn).not.toContain('public."EnrolmentPhoto"')
    expect(withAnn).not.toContain('public."Template"')
    expect(rows['public."Evidence"']).toEqual([])
    expect(rows['public."FaceCheck"']?.join()).not.toContain('0.7')
    expect(rows['public."EnrolmentPhoto"']?.join()).not.toContain(photo.id)
    expect(rows['public."EnrolmentPhoto"']?.join()).toContain(ben.id)
    expect(rows['public."EnrolmentPhoto"']?.join()).toContain(again)
    const withCleo = Object.keys(rows).filter(
      (name) => rows[name]?.join().includes(cleo.id) || rows[name]?.join().includes(cleo.email),
    )
    expect(withCleo).toEqual(['public."Erasure"'])
  })
})
