import { bestAssignment } from './assignment'
import type { Cohort, CohortScore } from './cohort'
import { faceScores, linkedFaces } from './linked-faces'
import { meanInOrder, unit } from './matching'
import type { SiteThresholds } from './site-thresholds'

/** One face of one photo. */
export interface RollCallFace {
  id: string
  /** The photo that it is in: nobody is twice in one. */
  photo: string
  /** Unit length; null where the face cannot be recognised. */
  vector: Float32Array | null
}

/** One student who could be in the photos. */
export interface RollCallStudent {
  id: string
  /** Vectors of unit length by the recogniser of the faces; without any the student is never named. */
  templates: readonly Float32Array[]
}

/** Corrected scores from which a name is sure or likely, and what else a face must have. */
export type RollCallBands = Pick<
  SiteThresholds,
  'sure' | 'likely' | 'least' | 'margin' | 'sameFace' | 'weight' | 'most'
>

export interface RollCallInput {
  faces: readonly RollCallFace[]
  gallery: readonly RollCallStudent[]
  /** The people of the site, against whom scores are held. */
  cohort: Cohort
  bands: RollCallBands
  /** "Not this person": pairs that are never offered again. */
  refused: readonly { faceId: string; studentId: string }[]
  /** Pairs of students who are too alike to be told apart by face alone. */
  lookAlikes: readonly (readonly [string, string])[]
  /** False where the recogniser is the basic one: nothing is then better than likely. */
  preselect: boolean
}

export type RollCallBand = 'sure' | 'likely' | 'unknown'

export interface DecidedFace {
  id: string
  band: RollCallBand
  /** Null exactly where the band is `unknown`. */
  studentId: string | null
  /** The corrected score of the face for this student; null where nobody is named. */
  score: number | null
  /** Others whom the face may show as well, best first: offered beside `studentId`. */
  alternatives: string[]
}

export interface RollCallDecision {
  /** In the order of `faces`. */
  faces: DecidedFace[]
  /** Students with a face in band sure or likely, in the order of the gallery. */
  seen: string[]
  notSeen: string[]
}

/** Two names help to choose, more do not; look-alikes are offered whatever their number. */
const MOST_ALTERNATIVES = 1

/** Lower than any score. */
const NO_SCORE = -9

const pairOf = (a: string, b: string) => JSON.stringify([a, b])
const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

/** Everything that is known before names are given; faces (rows) and students (columns) in the order of their ids. */
interface Knowledge {
  faces: { id: string; photo: string; vector: Float32Array }[]
  students: string[]
  /** How each face scores for each student; null where that pair was refused. */
  alike: (CohortScore | null)[][]
  /** Faces of other photos that show the same person as a face. */
  linked: number[][]
  /** Students who cannot be told from a student by face alone. */
  lookAlikes: Map<string, Set<string>>
}

function gather(input: RollCallInput): Knowledge {
  const { faces, gallery, cohort, bands, refused, lookAlikes, preselect } = input
  const usable = faces
    .flatMap(({ id, photo, vector }) => (vector ? [{ id, photo, vector: unit(vector) }] : []))
    .sort(byId)
  const students = gallery.filter(({ templates }) => templates.length > 0).sort(byId)
  // A recogniser that is never sure of a name cannot be sure that two faces are one person either.
  const linked = preselect ? linkedFaces(usable, bands.sameFace) : usable.map(() => [])
  const never = new Set(refused.map(({ faceId, studentId }) => pairOf(faceId, studentId)))
  const members = students.map(({ id, templates }) => ({
    id,
    template: meanInOrder(templates),
  }))
  const alike = faceScores(usable, members, linked, cohort, bands)
  const partners = new Map<string, Set<string>>(students.map(({ id }) => [id, new Set()]))
  for (const [a, b] of lookAlikes) {
    if (a === b || !partners.has(a) || !partners.has(b)) continue
    partners.get(a)?.add(b)
    partners.get(b)?.add(a)
  }
  return {
    faces: usable,
    students: students.map(({ id }) => id),
    alike: alike.map((row, i) =>
      row.map((value, j) => (never.has(pairOf(usable[i]?.id ?? '', students[j]?.id ?? '')) ? null : value)),
    ),
    linked,
    lookAlikes: partners,
  }
}

/** For each face the student that its photo as a whole gives it: nobody twice in one photo. */
function assign({ faces, alike }: Knowledge, likely: number): (number | null)[] {
  const given: (number | null)[] = faces.map(() => null)
  for (const photo of new Set(faces.map((face) => face.photo))) {
    const rows = faces.flatMap((face, i) => (face.photo === photo ? [i] : []))
    // What is just likely is worth a little, what is not is worth nothing.
    const worth = rows.map((i) => (alike[i] ?? []).map((value) => (value?.score ?? NO_SCORE) - likely + 1e-9))
    for (const [row, column] of bestAssignment(worth).entries()) {
      const i = rows[row]
      if (i !== undefined) given[i] = column
    }
  }
  return given
}

const scoreOf = (k: Knowledge, i: number, column: number) => k.alike[i]?.[column]?.score ?? NO_SCORE
const cosineOf = (k: Knowledge, i: number, column: number) => k.alike[i]?.[column]?.cosine ?? NO_SCORE

/**
 * How far the runner-up stays behind, as a cosine, on both sides: the next student of this face, and the next face of this student in
 * this photo. Look-alikes of the student do not count, because they are offered as well.
 */
function marginOf(k: Knowledge, given: readonly (number | null)[], i: number, column: number): number {
  const own = cosineOf(k, i, column)
  const partners = k.lookAlikes.get(k.students[column] ?? '')
  const isPartner = (other: number | null | undefined) =>
    other !== null && other !== undefined && partners?.has(k.students[other] ?? '')
  let next = NO_SCORE
  for (const [other, value] of (k.alike[i] ?? []).entries()) {
    if (other !== column && value !== null && !isPartner(other)) next = Math.max(next, value.cosine)
  }
  for (const [j, face] of k.faces.entries()) {
    if (j === i || face.photo !== k.faces[i]?.photo || isPartner(given[j])) continue
    next = Math.max(next, cosineOf(k, j, column))
  }
  return own - next
}

/** The band in which a face may be given a student. */
function bandOf(
  k: Knowledge,
  given: readonly (number | null)[],
  i: number,
  column: number,
  { bands, preselect }: Pick<RollCallInput, 'bands' | 'preselect'>,
): RollCallBand {
  const own = k.alike[i]?.[column]
  if (!own || own.score < bands.likely || own.cosine < bands.least) return 'unknown'
  const twin = (k.lookAlikes.get(k.students[column] ?? '')?.size ?? 0) > 0
  // The same person on another photo is not this student, says somebody who looked.
  const doubted = k.linked[i]?.some((j) => k.alike[j]?.[column] === null) ?? false
  // Of the whole site, not only of this class; look-alikes are left to somebody's eyes anyway.
  const ahead = own.lead === null || own.lead >= bands.margin
  const certain = own.score >= bands.sure && ahead
  const alone = certain && marginOf(k, given, i, column) >= bands.margin
  return preselect && !twin && !doubted && alone ? 'sure' : 'likely'
}

/** Whom else a likely face may show: look-alikes, and whoever is likely and hardly behind. */
function alternativesOf(k: Knowledge, i: number, column: number, bands: RollCallBands): string[] {
  const own = cosineOf(k, i, column)
  const partners = k.lookAlikes.get(k.students[column] ?? '')
  return k.students
    .flatMap((id, other) => {
      const cosine = k.alike[i]?.[other]?.cosine
      if (cosine === undefined || other === column) return []
      const value = scoreOf(k, i, other)
      const near = value >= bands.likely && cosine >= bands.least && cosine > own - bands.margin
      return near || partners?.has(id) ? [{ id, value }] : []
    })
    .sort((a, b) => b.value - a.value || byId(a, b))
    .filter(({ id }, rank) => rank < MOST_ALTERNATIVES || partners?.has(id))
    .map(({ id }) => id)
}

/**
 * Names the faces of all photos of one roll call. In each photo a student has at most one face and a face at most one
 * student, by the assignment that makes the whole photo fit best. Faces of several photos that surely show one person
 * are decided by their mean. A sure name keeps its margin from the runner-up on both sides; look-alikes are at most
 * likely, and both are offered. The order of faces, photos and students never changes what is decided; ids must differ.
 * Throws RangeError where vectors of different recognisers meet.
 */
export function decideRollCall(input: RollCallInput): RollCallDecision {
  const known = gather(input)
  const given = assign(known, input.bands.likely)
  const decided = new Map<string, DecidedFace>()
  const surely = new Set<string>()
  for (const [i, { id, photo }] of known.faces.entries()) {
    const column = given[i] ?? null
    const studentId = column === null ? undefined : known.students[column]
    const band = column === null ? 'unknown' : bandOf(known, given, i, column, input)
    if (column === null || studentId === undefined || band === 'unknown') continue
    if (band === 'sure') surely.add(pairOf(photo, studentId))
    const alternatives = band === 'likely' ? alternativesOf(known, i, column, input.bands) : []
    decided.set(id, { id, band, studentId, score: scoreOf(known, i, column), alternatives })
  }
  const seen = new Set([...decided.values()].map(({ studentId }) => studentId))
  return {
    faces: input.faces.map(({ id, photo }) => {
      const face = decided.get(id)
      if (!face) return { id, band: 'unknown', studentId: null, score: null, alternatives: [] }
      // Who is surely elsewhere in the photo is not this one.
      return { ...face, alternatives: face.alternatives.filter((other) => !surely.has(pairOf(photo, other))) }
    }),
    seen: input.gallery.flatMap(({ id }) => (seen.has(id) ? [id] : [])),
    notSeen: input.gallery.flatMap(({ id }) => (seen.has(id) ? [] : [id])),
  }
}
