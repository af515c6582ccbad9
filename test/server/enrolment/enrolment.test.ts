import { readFile } from 'node:fs/promises'
import { refusal } from '@test/support/errors'
import { makeClass } from '@test/support/factories'
import { photoForm, portraitFile } from '@test/support/pictures'
import type { PortraitOptions, Sitter } from '@test/support/sample-portraits'
import { testWorld } from '@test/support/world'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { NOTICE_VERSION } from '@/domain/enrolment'
import { runCalibration } from '@/server/calibration/run'
import { ownPhoto } from '@/server/enrolment/service'

const world = testWorld()
const settings = world.context().settings

async function student(changes = {}) {
  const user = await world.user(['STUDENT'], 'Anna')
  const api = world.api(user, changes)
  const add = async (who: Sitter, options: PortraitOptions = {}, replaces?: string) =>
    api.enrolment.addPhoto(photoForm(await portraitFile(who, options), replaces))
  return { user, api, add, agree: () => api.enrolment.giveConsent({ noticeVersion: NOTICE_VERSION }) }
}

describe('consent', () => {
  test('no photo is looked at before the person has agreed', async () => {
    const { add } = await student({ faceEngine: () => Promise.reject(new Error('looked at')) })
    expect(await refusal(add('anna'))).toBe('enrolment.no_consent')
    expect(await world.db.enrolmentPhoto.count()).toBe(0)
  })

  test('is kept with the notice and the time; agreeing twice is harmless', async () => {
    const { api, agree } = await student()
    await agree()
    const given = world.clock.now
    world.wait(5)
    await agree()
    expect((await api.enrolment.status()).consent).toEqual({ givenAt: given, noticeVersion: NOTICE_VERSION })
    expect(await world.db.consent.count()).toBe(1)
  })

  test('says in which language the notice was read, where that is told', async () => {
    const [{ api }, { agree }] = [await student(), await student()]
    await api.enrolment.giveConsent({ noticeVersion: NOTICE_VERSION, language: 'de' })
    await agree()
    const given = await world.db.consent.findMany({ orderBy: { id: 'asc' }, select: { language: true } })
    expect(given).toEqual([{ language: 'de' }, { language: null }])
  })

  test('to another notice than today’s is refused', async () => {
    const { api } = await student()
    const outdated = api.enrolment.giveConsent({ noticeVersion: NOTICE_VERSION + 1 })
    expect(await refusal(outdated)).toBe('enrolment.notice_outdated')
  })
})

describe('photos', () => {
  test('two of the same person enrol them; the roster says so', async () => {
    const { user, api, add, agree } = await student()
    const teacher = await world.user(['TEACHER'])
    const { id: classId } = await makeClass(world.db, { teacher, students: [user], now: world.clock.now })
    const enrolled = async () => (await world.api(teacher).places.members({ placeId: classId }))[0]?.enrolled
    await agree()
    await add('anna')
    expect(await api.enrolment.status()).toMatchObject({ enrolled: false })
    expect(await enrolled()).toBe(false)
    await add('annaAgain')
    expect(await api.enrolment.status()).toMatchObject({ enrolled: true, recogniserChanged: false })
    expect(await enrolled()).toBe(true)
  })

  test('are encrypted, and so is the template; only their owner can see the photo, without metadata', async () => {
    const { user, add, agree } = await student()
    await agree()
    const { photoId } = await add('anna')
    const row = await world.db.enrolmentPhoto.findUniqueOrThrow({
      where: { id: photoId },
      include: { templates: true },
    })
    expect(Buffer.from(row.image ?? []).includes(Buffer.from('JFIF'))).toBe(false)
    const { recogniser } = await world.context().faceEngine()
    expect(row.templates).toMatchObject([{ model: recogniser }])
    expect(row.templates[0]?.vector.length).toBe(29 + 4 * (recogniser === 'dlib' ? 128 : 256))
    const picture = await ownPhoto(world.as(user), { photoId })
    const metadata = await sharp(picture).metadata()
    expect(metadata).toMatchObject({ format: 'jpeg', width: 640, height: 480 })
    expect(metadata.exif).toBeUndefined()
    const other = world.as(await world.user(['STUDENT', 'TEACHER', 'ADMIN']))
    expect(await refusal(ownPhoto(other, { photoId }))).toBe('request.not_found')
  })

  test('one that shows somebody else is refused, and nothing of it is kept', async () => {
    const { add, agree } = await student()
    await agree()
    await add('anna')
    expect(await refusal(add('berta'))).toBe('enrolment.different_person')
    expect(await world.db.enrolmentPhoto.count()).toBe(1)
  })

  test.each([
    ['of a face far away', { share: 0.12 }, 'face.too_small'],
    ['of somebody far away in a scene, as a clock-in accepts', { share: 0.2 }, 'enrolment.too_far'],
    ['taken in the dark', { brightness: 0.06 }, 'face.too_dark'],
  ])('one %s is refused with what to do', async (_title, options, code) => {
    const { api, agree } = await student()
    await agree()
    const photo = await portraitFile('anna', options)
    expect(await refusal(api.enrolment.addPhoto(photoForm(photo)))).toBe(code)
    expect(await world.db.enrolmentPhoto.count()).toBe(0)
  })

  test('five are the most; one can take the place of another', async () => {
    const { api, add, agree } = await student()
    await agree()
    const stances = [{}, { left: 24 }, { left: -24 }, { up: 14 }, { up: -12 }]
    for (const stance of stances) await add('anna', { stance })
    expect(await refusal(add('annaAgain'))).toBe('enrolment.too_many')
    const [first] = (await api.enrolment.status()).photos
    await add('annaAgain', {}, first?.id)
    const { photos } = await api.enrolment.status()
    expect(photos).toHaveLength(5)
    expect(photos.some(({ id }) => id === first?.id)).toBe(false)
  })

  test.each([
    ['as it is', async (picture: Buffer) => picture],
    ['saved anew', async (picture: Buffer) => sharp(picture).webp({ quality: 80 }).toBuffer()],
    ['made smaller', async (picture: Buffer) => sharp(picture).resize(400).jpeg({ quality: 75 }).toBuffer()],
    [
      'cut a little',
      async (picture: Buffer) =>
        sharp(picture).extract({ left: 30, top: 20, width: 570, height: 440 }).jpeg().toBuffer(),
    ],
  ])('the same picture does not count twice, %s', async (_title, change) => {
    const { api, add, agree } = await student({
      settings: { ...settings, keepEnrolmentPhotos: false },
    })
    await agree()
    await add('annaAgain')
    await add('anna')
    const again = await change(Buffer.from(await (await portraitFile('anna')).arrayBuffer()))
    const adding = api.enrolment.addPhoto(photoForm(new File([new Uint8Array(again)], 'again')))
    const refused = { cause: { code: 'enrolment.same_picture', params: { number: 2 } } }
    await expect(adding).rejects.toMatchObject(refused)
    expect((await api.enrolment.status()).photos).toHaveLength(2)
    await add('anna', { stance: { left: 24 } })
  })

  test('a picture of a picture is refused where attacks can be told, and counted as a failure', async ({
    skip,
  }) => {
    const folder = process.env.FACES_DIR
    if (!folder) return skip('FACES_DIR is not set')
    const { api, agree } = await student()
    skip(!(await world.context().faceEngine()).pad, 'the presentation-attack model is not there')
    await agree()
    const screen = new File([new Uint8Array(await readFile(`${folder}/spoof/screen-1.jpg`))], 'a.jpg')
    expect(await refusal(api.enrolment.addPhoto(photoForm(screen)))).toBe('enrolment.not_live')
    expect(await world.db.enrolmentPhoto.count()).toBe(0)
    expect(await world.db.enrolmentFailure.findMany()).toMatchObject([{ reason: 'enrolment.not_live' }])
  })

  test('whoever wears a mask is asked to take it off for the photo', async ({ skip }) => {
    const folder = process.env.FACES_DIR
    if (!folder) return skip('FACES_DIR is not set')
    const { api, agree } = await student()
    await agree()
    const mask = new File([new Uint8Array(await readFile(`${folder}/masked/0001__0061.jpg`))], 'a.jpg')
    expect(await refusal(api.enrolment.addPhoto(photoForm(mask)))).toBe('enrolment.covered')
    expect(await world.db.enrolmentFailure.findMany()).toMatchObject([{ reason: 'enrolment.covered' }])
  })

  test('a refused replacement leaves the old photo as it was', async () => {
    const { api, add, agree } = await student()
    await agree()
    await add('anna')
    const { photoId } = await add('annaAgain')
    expect(await refusal(add('berta', {}, photoId))).toBe('enrolment.different_person')
    expect((await api.enrolment.status()).photos).toHaveLength(2)
  })

  test('one taken before the person withdrew and agreed anew is not kept', async () => {
    const { user, api, agree } = await student()
    await agree()
    const engine = await world.context().faceEngine()
    const slow = {
      ...engine,
      readSelfie: async (picture: Uint8Array) => {
        await api.enrolment.withdraw()
        await agree()
        return engine.readSelfie(picture)
      },
    }
    const adding = world
      .api(user, { faceEngine: async () => slow })
      .enrolment.addPhoto(photoForm(await portraitFile('anna')))
    expect(await refusal(adding)).toBe('enrolment.no_consent')
    expect(await world.db.enrolmentPhoto.count()).toBe(0)
  })

  test('can be seen, deleted and withdrawn while the engine cannot start', async () => {
    const { user, add, agree } = await student()
    await agree()
    const { photoId } = await add('anna')
    const broken = world.api(user, {
      faceEngine: () => Promise.reject(new Error('no model')),
      recogniser: async () => null,
    })
    expect((await broken.enrolment.status()).photos).toMatchObject([{ id: photoId }])
    await broken.enrolment.deletePhoto({ photoId })
    expect(await broken.enrolment.withdraw()).toMatchObject({ photos: 0 })
  })

  test('of another person can neither be deleted nor replaced', async () => {
    const owner = await student()
    await owner.agree()
    const { photoId } = await owner.add('anna')
    const other = await student()
    await other.agree()
    expect(await refusal(other.api.enrolment.deletePhoto({ photoId }))).toBe('request.not_found')
    expect(await refusal(other.add('berta', {}, photoId))).toBe('request.not_found')
    expect(await world.db.enrolmentPhoto.count()).toBe(1)
  })

  test('that are replaced are named by no calibration any more', async () => {
    const { add, agree } = await student()
    await agree()
    const { photoId } = await add('anna')
    await add('annaAgain')
    await runCalibration(world.context(), (await world.context().faceEngine()).recogniser)
    const curves = async () =>
      JSON.stringify(await world.db.calibration.findMany({ select: { curves: true } }))
    expect(await curves()).toContain(photoId)
    await add('anna', { share: 0.4 }, photoId)
    expect(await curves()).not.toContain(photoId)
  })

  test('one or all are deleted with their templates', async () => {
    const { api, add, agree } = await student()
    await agree()
    const { photoId } = await add('anna')
    await add('annaAgain')
    await add('anna', { stance: { left: 24 } })
    await api.enrolment.deletePhoto({ photoId })
    expect(await world.db.template.count()).toBe(2)
    await api.enrolment.deleteAllPhotos()
    expect([await world.db.enrolmentPhoto.count(), await world.db.template.count()]).toEqual([0, 0])
    expect((await api.enrolment.status()).consent).not.toBeNull()
  })

  test('an installation that keeps no photos keeps templates alone', async () => {
    const { api, add, agree, user } = await student({
      settings: { ...settings, keepEnrolmentPhotos: false },
    })
    await agree()
    const { photoId } = await add('anna')
    expect(await world.db.enrolmentPhoto.findUnique({ where: { id: photoId } })).toMatchObject({
      image: null,
    })
    expect(await world.db.template.count()).toBe(1)
    expect(await api.enrolment.status()).toMatchObject({ photosKept: false })
    expect(await refusal(ownPhoto(world.as(user), { photoId }))).toBe('request.not_found')
  })
})

describe('input', () => {
  test.each([
    ['no photo', () => new FormData()],
    [
      'an unknown field',
      () => {
        const form = photoForm(new File(['x'], 'a.jpg'))
        form.append('userId', 'me')
        return form
      },
    ],
    [
      'text in place of the photo',
      () => {
        const form = new FormData()
        form.append('photo', 'text')
        return form
      },
    ],
  ])('a form with %s is refused', async (_title, form) => {
    const { api, agree } = await student()
    await agree()
    expect(await refusal(api.enrolment.addPhoto(form()))).toBe('BAD_REQUEST')
  })

  test('a file that is no picture is refused', async () => {
    const { api, agree } = await student()
    await agree()
    const text = photoForm(new File(['<svg onload="alert(1)"/>'], 'face.jpg', { type: 'image/jpeg' }))
    expect(await refusal(api.enrolment.addPhoto(text))).toBe('picture.unreadable')
  })
})
