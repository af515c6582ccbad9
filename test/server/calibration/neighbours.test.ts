import { consentedTo } from '@test/support/consents'
import { sealedBytes } from '@test/support/sealed'
import { between, direction, enrolVectors, strangers } from '@test/support/synthetic-people'
import { testWorld } from '@test/support/world'
import { beforeEach, describe, expect, test } from 'vitest'
import { areLookAlikes } from '@/domain/face/calibration'
import { lowestOwnCosine } from '@/domain/face/calibration-scores'
import { type Cohort, cohortScore, probeOf } from '@/domain/face/cohort'
import { cosine, meanTemplate } from '@/domain/face/matching'
import { galleryOfSite } from '@/server/biometrics/gallery'
import { holdsTemplateOf, withCohort } from '@/server/calibration/cohort'
import { type CurrentCalibration, currentCalibration } from '@/server/calibration/current'
import { type Neighbour, neighboursOf } from '@/server/calibration/neighbours'
import type { Actor } from '@/server/context/context'

const world = testWorld()
const MODEL = 'retail-0095'
const OWN = direction(5_000)

let site: CurrentCalibration
/** Who comes how near to the face of OWN; each with three photos. */
let near: Actor[] = []
let newcomer: Actor

beforeEach(async () => {
  await strangers(world, 40)
  near = []
  for (const [i, share] of [0.3, 0.45, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99].entries()) {
    const person = await world.user(['STUDENT'], `Near ${i}`)
    const face = between(OWN, direction(6_000 + i), share)
    const photos = [0, 1, 2].map((n) => between(face, direction(8_000 + 3 * i + n), 0.85))
    await enrolVectors(world, person, photos)
    near.push(person)
  }
  newcomer = await world.user(['STUDENT'], 'Newcomer')
  site = await currentCalibration(world.context(), MODEL)
})

const self = () => ({
  userId: newcomer.id,
  model: MODEL,
  vectors: [between(OWN, direction(9_000), 0.95), between(OWN, direction(9_001), 0.95)],
})
const found = () => neighboursOf(world.context(), self(), site)

/** What opening everybody's templates says. */
async function byOpeningAll(): Promise<Neighbour[]> {
  const { userId, vectors } = self()
  const people = await galleryOfSite(world.context(), MODEL, 'all')
  const { thresholds } = site
  const compare = (cohort: Cohort) => {
    const probe = probeOf(cohort, meanTemplate(vectors))
    return people.flatMap((person) => {
      const claimed = { id: person.id, template: meanTemplate(person.vectors) }
      if (person.id === userId || cosine(probe.vector, claimed.template) < thresholds.least) return []
      const { score, cosine: alike } = cohortScore(cohort, probe, claimed, thresholds, userId)
      const own = new Map([
        [userId, lowestOwnCosine(vectors)],
        [person.id, lowestOwnCosine(person.vectors)],
      ])
      const pair = { a: userId, b: person.id, score, cosine: alike }
      const lookAlike = areLookAlikes(pair, own, thresholds)
      const same = score >= thresholds.duplicate
      return lookAlike || same ? [{ userId: person.id, similarity: score, lookAlike, same }] : []
    })
  }
  const all = await withCohort(
    world.context(),
    { db: world.db, model: MODEL, calibrationId: site.id },
    compare,
  )
  return all.sort((x, y) => y.similarity - x.similarity)
}

const ids = async (neighbours: Promise<Neighbour[]>) => (await neighbours).map(({ userId }) => userId)

describe('who looks like somebody who enrols', () => {
  test('is the same as by opening everybody’s templates, to the last digit', async () => {
    const all = await byOpeningAll()
    expect(all.length).toBeGreaterThanOrEqual(3)
    expect(all.length).toBeLessThan(near.length)
    expect(await found()).toEqual(all)
  })

  test.each([
    ['is off after too many misses', { faceOff: 'TOO_MANY_MISSES' as const }],
    ['belongs to a disabled account', { disabledAt: new Date('2026-03-01T00:00:00Z') }],
  ])('counts somebody whose face %s, who is in no process’s memory', async (_, data) => {
    const nearest = near.at(-1)?.id ?? ''
    expect((await ids(found()))[0]).toBe(nearest)
    await world.db.user.update({ where: { id: nearest }, data })
    expect(await ids(found())).toContain(nearest)
    expect(holdsTemplateOf(world.context(), MODEL, nearest)).toBe(false)
    expect(await found()).toEqual(await byOpeningAll())
  })

  test('counts photos that came without a word since the memory was filled, and none that are gone', async () => {
    await found()
    const nearest = near.at(-1)?.id ?? ''
    await world.db.enrolmentPhoto.deleteMany({ where: { userId: nearest } })
    expect(await ids(found())).not.toContain(nearest)
    const late = await world.user(['STUDENT'], 'Late')
    await enrolVectors(world, late, [between(OWN, direction(9_100), 0.95)])
    expect((await ids(found()))[0]).toBe(late.id)
    expect(await found()).toEqual(await byOpeningAll())
  })

  test('is nobody who agreed to no comparison, and not the person themselves', async () => {
    const nearest = near.at(-1)?.id ?? ''
    await consentedTo(world, 1, nearest)
    await enrolVectors(world, newcomer, self().vectors)
    const others = await ids(found())
    expect(others).not.toContain(nearest)
    expect(others).not.toContain(newcomer.id)
  })
})

describe('far strangers', () => {
  test('stay sealed: their templates need not even open', async () => {
    const far = await world.db.user.findFirstOrThrow({ where: { name: 'Student 1' } })
    const before = await found()
    await world.db.template.updateMany({ where: { userId: far.id }, data: { vector: sealedBytes() } })
    expect(await found()).toEqual(before)
  })
})
