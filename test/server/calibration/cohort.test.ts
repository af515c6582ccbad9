import { consentedTo, onlyWithdrawn } from '@test/support/consents'
import { direction, enrolVectors, strangers } from '@test/support/synthetic-people'
import { testWorld } from '@test/support/world'
import { beforeEach, describe, expect, test } from 'vitest'
import { IDENTIFICATION_NOTICE } from '@/domain/enrolment'
import { type Cohort, cohortOf, nearestTo, probeOf } from '@/domain/face/cohort'
import { changeFaceOff } from '@/server/biometrics/face-switch'
import { type CohortSource, holdsTemplateOf, withCohort } from '@/server/calibration/cohort'
import type { Actor } from '@/server/context/context'
import { withdraw } from '@/server/enrolment/service'
import { transact } from '@/server/live/publish'

const world = testWorld()
const MODEL = 'retail-0095'

let people: Actor[] = []
let anna: Actor
let calibrationId = 0
beforeEach(async () => {
  people = await strangers(world, 9)
  anna = people[0] as Actor
  calibrationId++
})

const source = (): CohortSource => ({ db: world.db, model: MODEL, calibrationId })
const compare = <Result>(work: (cohort: Cohort) => Result) => withCohort(world.context(), source(), work)
const ids = () => compare((cohort) => [...cohort.ids].sort())
/** Who comes nearest to Anna's own face. */
const nearest = () =>
  compare((cohort) => {
    const { near } = probeOf(cohort, direction(0))
    for (const { id } of near) cohort.seen?.add(id)
    return near.map(({ id }) => id)
  })
const withoutAnna = () =>
  people
    .slice(1)
    .map(({ id }) => id)
    .sort()

describe('the people whom scores are held against', () => {
  test('are everybody who agreed to be compared and whose face is in use', async () => {
    expect(await ids()).toEqual(people.map(({ id }) => id).sort())
  })

  test('have the mean of their photos as templates, as the database keeps them', async () => {
    const own = await compare((cohort) => nearestTo(cohort, direction(0))[0])
    expect(own?.id).toBe(anna.id)
    expect(own?.score).toBeGreaterThan(0.9)
  })

  test('do without somebody who withdraws from the next comparison on, without a word from anybody', async () => {
    expect(await nearest()).toContain(anna.id)
    // As another process would, of which this one has not heard yet.
    await world.db.template.deleteMany({ where: { userId: anna.id } })
    expect(await nearest()).not.toContain(anna.id)
    expect(holdsTemplateOf(world.context(), MODEL, anna.id)).toBe(false)
  })

  test.each([
    ['agreed to an older notice', null],
    ['is disabled', { disabledAt: new Date() }],
    ['is off after too many misses', { faceOff: 'TOO_MANY_MISSES' as const }],
  ])('do without somebody who %s', async (_, data) => {
    expect(await nearest()).toContain(anna.id)
    if (data) await world.db.user.update({ where: { id: anna.id }, data })
    else await consentedTo(world, IDENTIFICATION_NOTICE - 1, anna.id)
    expect(await nearest()).not.toContain(anna.id)
  })

  test('do without a whole class that is gone without a word', async () => {
    await strangers(world, 60, 100)
    calibrationId++
    expect(await ids()).toHaveLength(69)
    await world.db.template.deleteMany({ where: { userId: { notIn: people.map(({ id }) => id) } } })
    expect(await nearest()).toHaveLength(7)
    expect(await ids()).toHaveLength(9)
  })

  test('have somebody’s new photos from the next comparison on', async () => {
    expect((await nearest())[0]).toBe(anna.id)
    await world.db.enrolmentPhoto.deleteMany({ where: { userId: anna.id } })
    await onlyWithdrawn(world, anna.id)
    await enrolVectors(world, anna, [direction(7_000), direction(7_001)])
    expect((await nearest())[0]).not.toBe(anna.id)
  })

  test('know who came once there is a new version', async () => {
    await ids()
    const [new_] = await strangers(world, 1, 50)
    calibrationId++
    expect(await ids()).toContain(new_?.id)
  })
})

describe('the memory of a process', () => {
  const forgotten = async () => {
    for (let tries = 0; tries < 100 && holdsTemplateOf(world.context(), MODEL, anna.id); tries++)
      await new Promise((resolve) => setTimeout(resolve, 20))
    return !holdsTemplateOf(world.context(), MODEL, anna.id)
  }

  test('loses somebody who withdraws though nobody is compared', async () => {
    await ids()
    await withdraw(world.as(anna))
    expect(await forgotten()).toBe(true)
    expect(await ids()).toEqual(withoutAnna())
  })

  test('loses somebody whose face is switched off', async () => {
    await ids()
    await transact(world.context(), (ctx) =>
      changeFaceOff(ctx, { userId: anna.id, reason: 'OWN_WISH', actorId: anna.id }),
    )
    expect(await forgotten()).toBe(true)
    expect(await ids()).toEqual(withoutAnna())
  })

  test('gives the same scores as a cohort that never held them', async () => {
    await ids()
    await withdraw(world.as(anna))
    const [here, fresh] = await compare((cohort) => {
      const members = cohort.ids.map((id) => {
        const row = cohort.rows.get(id) ?? 0
        return { id, template: cohort.packed.slice(row * cohort.length, (row + 1) * cohort.length) }
      })
      const other = cohortOf(members.toSorted((a, b) => (a.id < b.id ? -1 : 1)))
      return [nearestTo(cohort, direction(0)), nearestTo(other, direction(0))]
    })
    expect(here).toEqual(fresh)
  })
})
