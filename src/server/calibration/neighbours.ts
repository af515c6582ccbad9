import 'server-only'
import { setImmediate } from 'node:timers/promises'
import { areLookAlikes } from '@/domain/face/calibration'
import { lowestOwnCosine } from '@/domain/face/calibration-scores'
import { type Cohort, cohortScore, type Probe, probeOf, productsWith } from '@/domain/face/cohort'
import { cosine, meanTemplate, unit } from '@/domain/face/matching'
import type { SiteThresholds } from '@/domain/face/site-thresholds'
import { galleryOfSite, photosOf, type SitePerson } from '../biometrics/gallery'
import type { ServiceContext } from '../context/context'
import { type CohortSource, withCohort } from './cohort'
import type { CurrentCalibration } from './current'

export interface Neighbour {
  userId: string
  /** The corrected score of the two mean templates. */
  similarity: number
  /** Whether a face alone may not tell the two apart. */
  lookAlike: boolean
  /** Whether the two accounts show clearly the same face. */
  same: boolean
}

interface Self {
  userId: string
  model: string
  vectors: readonly Float32Array[]
}

const PEOPLE_AT_A_TIME = 500
/** More than a mean's rounding, which depends on the order of the photos. */
const ROUNDING = 1e-4

/**
 * Everybody else who looks like the person of these vectors, nearest first. Faces that are off after too many misses,
 * and those of disabled accounts, count too: else a second account would switch them on again.
 */
export async function neighboursOf(
  ctx: Pick<ServiceContext, 'db' | 'live' | 'settings'>,
  self: Self,
  { id: calibrationId, thresholds }: Pick<CurrentCalibration, 'id' | 'thresholds'>,
): Promise<Neighbour[]> {
  const { model } = self
  const source = { db: ctx.db, model, calibrationId }
  const mean = meanTemplate(self.vectors)
  const ids = await worthOpening(ctx, source, mean, thresholds.least)
  const near: Neighbour[] = []
  for (let i = 0; i < ids.length; i += PEOPLE_AT_A_TIME) {
    const some = ids.slice(i, i + PEOPLE_AT_A_TIME).filter((id) => id !== self.userId)
    const people = await galleryOfSite(ctx, model, 'all', some)
    const found = await withCohort(ctx, source, (cohort) => {
      const probe = probeOf(cohort, mean)
      return people
        .filter(({ vectors }) => cosine(probe.vector, meanTemplate(vectors)) >= thresholds.least)
        .map((person) => neighbour(cohort, probe, { self, person, thresholds }))
    })
    near.push(...found.filter(({ lookAlike, same }) => lookAlike || same))
    await setImmediate()
  }
  return near.sort((x, y) => y.similarity - x.similarity || (x.userId < y.userId ? -1 : 1))
}

/**
 * Whose sealed templates have to be opened: who comes near by the templates in memory, and everybody who is not in it as
 * the database has them now, which are those whose face is not in use.
 */
async function worthOpening(
  ctx: Pick<ServiceContext, 'db' | 'live' | 'settings'>,
  source: CohortSource,
  mean: Float32Array,
  least: number,
): Promise<string[]> {
  const now = await photosOf(ctx.db, source.model, 'all')
  return withCohort(ctx, source, (cohort, photos) => {
    const products = productsWith(cohort, unit(mean))
    return [...now.keys()].filter((id) => {
      const row = photos.get(id) === now.get(id) ? cohort.rows.get(id) : undefined
      return row === undefined || (products[row] as number) >= least - ROUNDING
    })
  })
}

function neighbour(
  cohort: Cohort,
  probe: Probe,
  { self, person, thresholds }: { self: Self; person: SitePerson; thresholds: SiteThresholds },
): Neighbour {
  const claimed = { id: person.id, template: meanTemplate(person.vectors) }
  const { score, cosine: alike } = cohortScore(cohort, probe, claimed, thresholds, self.userId)
  const own = new Map([
    [self.userId, lowestOwnCosine(self.vectors)],
    [person.id, lowestOwnCosine(person.vectors)],
  ])
  return {
    userId: person.id,
    similarity: score,
    lookAlike: areLookAlikes({ a: self.userId, b: person.id, score, cosine: alike }, own, thresholds),
    same: score >= thresholds.duplicate,
  }
}
