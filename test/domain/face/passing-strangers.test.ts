import { describe, expect, it } from 'vitest'
import { calibrate, identifyThreshold } from '@/domain/face/calibration'
import { priorOf } from '@/domain/face/calibration-prior'
import { cohortOf } from '@/domain/face/cohort'
import { type Gallery, type IdentificationRules, nameOf } from '@/domain/face/identification'
import { meanTemplate, unit } from '@/domain/face/matching'
import { decide, ENOUGH_LOOKS, type Look, personOnTrack, type Track } from '@/domain/face/tracks'
import { enrolled, memberOf, populations, sitters } from './simulated-populations'
import { normal, seeded, wanted } from './simulated-sites'

/** Often enough that a few thousand strangers tell one rate from another. */
const FPIR = 0.3
/** How much the frames of one passing differ, beside what they have in common. */
const FRAME = 0.35

/** Looks at somebody who walks past: as unlike as frames of one burst are. */
function looksAt(photo: Float32Array, random: () => number): Look[] {
  return Array.from({ length: ENOUGH_LOOKS }, () => {
    const own = unit(photo.map(() => normal(random)))
    return { vector: unit(photo.map((x, i) => x + FRAME * (own[i] as number))), live: 0.9 }
  })
}

/** Whom the kiosk would greet, frame after frame. */
function greeted(all: readonly Look[], gallery: Gallery, rules: IdentificationRules): string | null {
  const box = { x: 0, y: 0, width: 90, height: 90 }
  for (let count = 1; count <= all.length; count++) {
    const track: Track = { id: 1, box, looks: all.slice(0, count), missed: 0, verdict: null }
    const [one] = decide([track], new Set([1]), (looks) => personOnTrack(looks, gallery, rules))
    if (one) return one.found.outcome === 'KNOWN' ? one.found.id : null
  }
  return null
}

describe('strangers who walk past a kiosk', () => {
  it('are named hardly more often than by one burst, and people who belong here no less', () => {
    const strangers = { passing: 0, burst: 0 }
    const own = { passing: 0, burst: 0 }
    for (let seed = 1; seed <= 6; seed++) {
      const random = seeded(seed)
      const draw = populations([0, 0.4], random)
      const here = sitters(draw, 2, 60)
      const people = enrolled(here)
      const calibration = calibrate({ prior: priorOf('retail-0095'), people, wanted })
      const members = people.map(memberOf)
      const gallery = { people: members, cohort: cohortOf(members) }
      const rules = { ...calibration.thresholds, threshold: identifyThreshold(calibration, 60, FPIR) ?? 2 }
      const named = (photo: Float32Array) => {
        const looks = looksAt(photo, random)
        const burst = meanTemplate(looks.slice(0, 3).map(({ vector }) => vector))
        return {
          passing: greeted(looks, gallery, rules),
          burst: nameOf(burst, gallery, rules)?.id ?? null,
        }
      }
      for (const sitter of sitters(draw, 2, 400)) {
        const { passing, burst } = named(sitter.photos(1)[0] as Float32Array)
        if (passing) strangers.passing++
        if (burst) strangers.burst++
      }
      for (const [i, sitter] of here.entries()) {
        const { passing, burst } = named(sitter.photos(1)[0] as Float32Array)
        if (passing === people[i]?.id) own.passing++
        if (burst === people[i]?.id) own.burst++
      }
    }
    expect(strangers.burst).toBeGreaterThan(20)
    expect(strangers.passing).toBeLessThan(1.25 * strangers.burst)
    expect(own.passing).toBeGreaterThanOrEqual(own.burst)
  })
})
