import { mkdir, mkdtemp, readdir, readFile, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { calibrate } from '@/domain/face/calibration'
import { priorOf } from '@/domain/face/calibration-prior'
import { cohortOf } from '@/domain/face/cohort'
import { meanTemplate } from '@/domain/face/matching'
import { decideRollCall, type RollCallFace } from '@/domain/face/roll-call'
import { createFaceEngine } from '@/server/face/face-engine'
import { type GalleryPerson, readGallery } from '../../../scripts/face/gallery'
import { wanted } from '../../domain/face/simulated-sites'
import { face } from './command-line'

const folder = process.env.FACES_DIR
const at = (...parts: string[]) => join(folder ?? '', 'group', ...parts)
const left = folder ? '' : ' (left out: FACES_DIR is not set)'

interface Named {
  photo: string
  box: { x: number; y: number; width: number; height: number }
  band: 'sure' | 'likely' | 'unknown'
  name: string | null
}
interface Answer {
  faces: Named[]
  seen: string[]
  notSeen: string[]
}

async function rollCall(gallery: string, photos: string[], ...more: string[]): Promise<Answer> {
  const { code, out, err } = await face(
    'roll-call',
    '--gallery',
    gallery,
    ...photos.flatMap((photo) => ['--photo', photo]),
    ...more,
  )
  if (code !== 0) throw new Error(err)
  return JSON.parse(out)
}

describe.skipIf(!folder)(`twelve people who look alike, on twelve photos among strangers${left}`, () => {
  let gallery: string
  let people: string[]
  const photoOf = (person: string) => at('roll-call', person, 'test_group.jpg')

  beforeAll(async () => {
    gallery = await mkdtemp(join(tmpdir(), 'clockface-gallery-'))
    people = (await readdir(at('roll-call'))).sort()
    for (const person of people) {
      await mkdir(join(gallery, person))
      for (const file of ['ref_01.jpg', 'ref_02.jpg', 'ref_03.jpg']) {
        await symlink(at('roll-call', person, file), join(gallery, person, file))
      }
    }
  })
  afterAll(() => rm(gallery, { recursive: true }))

  const isLabelled = ({ photo, name }: Named) => name !== null && photo === photoOf(name)
  const otherSure = (faces: Named[]) => faces.filter((one) => one.band === 'sure' && !isLabelled(one))

  it('all photos at once: each is found on their own, and no more than one other name is sure', async () => {
    const { faces, seen, notSeen } = await rollCall(gallery, people.map(photoOf))
    expect(
      faces
        .filter(isLabelled)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(people)
    expect(otherSure(faces).length).toBeLessThanOrEqual(1)
    expect({ seen: [...seen].sort(), notSeen }).toEqual({ seen: people, notSeen: [] })
  })

  it('the basic recogniser is never sure', async () => {
    const { faces } = await rollCall(gallery, people.map(photoOf), '--model', 'dlib')
    expect(faces.some(({ name }) => name !== null)).toBe(true)
    expect(faces.filter(({ band }) => band === 'sure')).toEqual([])
  })

  describe('read once, and decided anew each time', () => {
    let all: GalleryPerson[]
    const faces: RollCallFace[] = []
    beforeAll(async () => {
      const engine = await createFaceEngine({ queueLimit: 100, waitMs: 600_000, timeoutMs: 600_000 })
      all = await readGallery(engine, gallery)
      for (const photo of people.map(photoOf)) {
        const read = await engine.readGroup(await readFile(photo))
        for (const [i, { vector }] of read.faces.entries()) faces.push({ id: `${photo} ${i}`, photo, vector })
      }
      await engine.close()
    })

    const decide = (known: GalleryPerson[], seen: RollCallFace[]) => {
      const { thresholds, lookAlikes } = calibrate({
        prior: priorOf('retail-0095'),
        people: known,
        wanted,
      })
      return decideRollCall({
        faces: seen,
        gallery: known.map(({ id, vectors }) => ({ id, templates: vectors })),
        cohort: cohortOf(
          known.flatMap(({ id, vectors }) =>
            vectors.length ? [{ id, template: meanTemplate(vectors) }] : [],
          ),
        ),
        bands: thresholds,
        refused: [],
        lookAlikes: lookAlikes.map(({ a, b }) => [a, b] as const),
        preselect: true,
      })
    }

    it('one photo at a time: each is found on their own, and no more than one other name is sure', () => {
      let otherSure = 0
      for (const person of people) {
        const named = decide(
          all,
          faces.filter(({ photo }) => photo === photoOf(person)),
        ).faces
        const labelled = named.filter(({ studentId }) => studentId === person)
        expect(labelled).toHaveLength(1)
        otherSure += named.filter(({ band, studentId }) => band === 'sure' && studentId !== person).length
      }
      expect(otherSure).toBeLessThanOrEqual(1)
    })

    it('whoever is not in the gallery is given another’s name surely in no photo, and as a likely one in a third at most', () => {
      let likely = 0
      for (const person of people) {
        const known = all.filter(({ id }) => id !== person)
        const named = decide(known, faces).faces.flatMap(({ band, studentId }, i) => {
          const photo = faces[i]?.photo
          return studentId !== null && photo !== photoOf(studentId) ? [{ band, photo }] : []
        })
        expect(named.filter(({ band }) => band === 'sure')).toEqual([])
        likely += named.filter(({ photo }) => photo === photoOf(person)).length
      }
      expect(likely).toBeLessThanOrEqual(people.length)
    })
  })
})

/** Who sits where, from left to right, as one sees; null for whoever is none of the eight. */
const stills: Record<string, (string | null)[]> = {
  'bbt1.jpg': ['raj', 'leonard', 'howard', 'sheldon'],
  'bbt2.jpg': [null, 'leonard', 'sheldon'],
  'bbt3.jpg': ['sheldon', 'howard', 'penny', 'raj', 'leonard'],
  'bbt4.jpg': ['leonard', 'amy', 'raj', 'penny', 'sheldon', 'bernadette'],
  'bbt5.jpg': ['raj', 'penny', 'sheldon', 'leonard', 'howard'],
}

describe.skipIf(!folder)(`eight characters on five stills${left}`, () => {
  const photos = Object.keys(stills)
  const path = (still: string) => at('big-bang', still)

  function judge(faces: Named[], still: string) {
    const labels = stills[still] ?? []
    const here = faces
      .filter(({ photo }) => photo === path(still))
      .sort((a, b) => a.box.x - b.box.x)
      .map((one, i) => ({ ...one, label: labels[i] ?? null }))
    expect(here).toHaveLength(labels.length)
    // Every labelled face is right or unknown, whatever its band, and a stranger has no name.
    for (const { name, label } of here) expect([label, null]).toContain(name)
    return here
  }

  it.each([[], ['--model', 'dlib']])('all at once, %s: every face is right or unknown', async (...model) => {
    const { faces, seen } = await rollCall(at('big-bang'), photos.map(path), ...model)
    const judged = photos.flatMap((still) => judge(faces, still))
    expect(judged.filter(({ name }) => name !== null).length).toBeGreaterThanOrEqual(20)
    expect(seen).not.toContain('stuart')
    if (model.length) expect(faces.filter(({ band }) => band === 'sure')).toEqual([])
  })

  it.each(photos)('%s alone: every face is right or unknown', async (still) => {
    const { faces } = await rollCall(at('big-bang'), [path(still)])
    judge(faces, still)
  })
})
