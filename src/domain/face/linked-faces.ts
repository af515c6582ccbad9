import {
  type Cohort,
  type CohortMember,
  type CohortScore,
  type Correction,
  cohortScore,
  probeOf,
} from './cohort'
import { cosine } from './matching'

/** A face that can be recognised. */
interface EvidenceFace {
  photo: string
  /** Unit length. */
  vector: Float32Array
}

/** Index of the largest of the values that is at least `least`; -1 where there is none. */
function bestIndex(values: readonly number[], least: number): number {
  let best = -1
  for (const [i, value] of values.entries()) {
    if (value >= least && (best < 0 || value > (values[best] ?? 0))) best = i
  }
  return best
}

/**
 * For each face the faces of other photos that surely show the same person: the two are at least `link` alike, and
 * in each other's photo nobody is more alike. At most one face of each other photo; ascending.
 */
export function linkedFaces(faces: readonly EvidenceFace[], link: number): number[][] {
  const photos = new Map<string, number[]>()
  for (const [i, { photo }] of faces.entries()) photos.set(photo, [...(photos.get(photo) ?? []), i])
  const linked: number[][] = faces.map(() => [])
  const members = [...photos.values()]
  for (const [p, here] of members.entries()) {
    for (const there of members.slice(p + 1)) {
      const alike = here.map((i) => there.map((j) => similarity(faces[i], faces[j])))
      for (const [row, i] of here.entries()) {
        const column = bestIndex(alike[row] ?? [], link)
        const j = there[column]
        if (j === undefined) continue
        const back = bestIndex(
          alike.map((values) => values[column] ?? 0),
          link,
        )
        if (back !== row) continue
        linked[i]?.push(j)
        linked[j]?.push(i)
      }
    }
  }
  return linked.map((list) => list.sort((a, b) => a - b))
}

function similarity(a?: EvidenceFace, b?: EvidenceFace): number {
  return a && b ? cosine(a.vector, b.vector) : 0
}

/**
 * How each face (row) scores for each student (column): the mean over the face and those linked with it. A mean of
 * several looks scatters less than one look, for strangers too, so a threshold that holds for one face holds all the
 * more for it.
 */
export function faceScores(
  faces: readonly EvidenceFace[],
  students: readonly CohortMember[],
  linked: readonly (readonly number[])[],
  cohort: Cohort,
  correction: Correction,
): CohortScore[][] {
  const alone = faces.map(({ vector }) => {
    const probe = probeOf(cohort, vector)
    return students.map((student) => cohortScore(cohort, probe, student, correction))
  })
  return alone.map((row, i) =>
    row.map((own, column) => meanScore([own, ...(linked[i] ?? []).flatMap((j) => alone[j]?.[column] ?? [])])),
  )
}

function meanScore(scores: readonly CohortScore[]): CohortScore {
  const mean = (pick: (one: CohortScore) => number) =>
    scores.reduce((sum, one) => sum + pick(one), 0) / scores.length
  const led = scores.every(({ lead }) => lead !== null)
  return {
    score: mean(({ score }) => score),
    cosine: mean(({ cosine }) => cosine),
    lead: led ? mean(({ lead }) => lead ?? 0) : null,
  }
}
