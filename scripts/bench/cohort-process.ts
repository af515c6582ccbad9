import { numbersFrom } from '../../prisma/random'
import {
  cohortOf,
  cohortScore,
  cohortWeight,
  nearestToMember,
  probeOf,
  productsWith,
} from '../../src/domain/face/cohort'
import { unit } from '../../src/domain/face/matching'

export interface CohortRounds {
  people: number
  /** Milliseconds of one check whose template has its nearest ready, and of the first check of a person. */
  readyMs: number[]
  firstMs: number[]
  /** The products with everybody's template alone, and going through the templates once, which nothing can undercut. */
  productMs: number[]
  readingMs: number[]
}

const SIZES = [100, 1000, 10_000]
const LENGTH = 256
const CHECKS_A_ROUND = 10

const { next } = numbersFrom('cohort')
const draw = () => unit(Float32Array.from({ length: LENGTH }, () => next() - 0.5))

/** What the optimiser may not leave out. */
let kept = 0

function timed(work: () => number): number {
  const begun = performance.now()
  kept += work()
  return performance.now() - begun
}

/** Four sums side by side, so that no addition waits for the one before. */
function sumOf(numbers: Float32Array, count: number): number {
  let [a, b, c, d] = [0, 0, 0, 0]
  for (let k = 0; k < count; k += 4) {
    a += numbers[k] as number
    b += numbers[k + 1] as number
    c += numbers[k + 2] as number
    d += numbers[k + 3] as number
  }
  return a + b + c + d
}

function measure(people: number, rounds: number): CohortRounds {
  const members = Array.from({ length: people }, (_, i) => ({ id: `person ${i}`, template: draw() }))
  const cohort = cohortOf(members)
  const weight = cohortWeight(people)
  const result: CohortRounds = { people, readyMs: [], firstMs: [], productMs: [], readingMs: [] }
  const check = (member: (typeof members)[number], vector: Float32Array) =>
    cohortScore(cohort, probeOf(cohort, vector), member, { weight, most: 2 }).score
  for (let i = 0; i < (rounds + 2) * CHECKS_A_ROUND; i++) {
    const member = members[(i * 7919) % people] as (typeof members)[number]
    const vector = draw()
    cohort.near.delete(member.id)
    const first = timed(() => check(member, vector))
    nearestToMember(cohort, member)
    const ready = timed(() => check(member, vector))
    const product = timed(() => productsWith(cohort, vector)[0] ?? 0)
    const reading = timed(() => sumOf(cohort.packed, people * LENGTH))
    if (i < 2 * CHECKS_A_ROUND) continue
    result.firstMs.push(first)
    result.readyMs.push(ready)
    result.productMs.push(product)
    result.readingMs.push(reading)
  }
  return result
}

const rounds = Number(process.argv[2])
process.send?.(SIZES.map((people) => measure(people, rounds)))
if (Number.isNaN(kept)) throw new Error('The scores are no numbers')
