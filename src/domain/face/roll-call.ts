import { cosine, meanTemplate, unit } from './matching'

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

/** Cosines from which a name is sure or likely, and how much the runner-up must stay behind. */
export interface RollCallBands {
  sure: number
  likely: number
  margin: number
}

export interface RollCallInput {
  faces: readonly RollCallFace[]
  gallery: readonly RollCallStudent[]
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

/** Names the faces of all photos of one roll call. */
export function decideRollCall(input: RollCallInput): RollCallDecision {
  const { faces, gallery, bands, refused, preselect } = input
  const never = new Set(refused.map(({ faceId, studentId }) => JSON.stringify([faceId, studentId])))
  const named = new Map<string, { studentId: string; band: RollCallBand }>()
  const taken = new Set<string>()
  const pairs = faces.flatMap((face) =>
    gallery.flatMap(({ id, templates }) => {
      const allowed = face.vector && templates.length && !never.has(JSON.stringify([face.id, id]))
      if (!allowed || !face.vector) return []
      return [{ face, id, similarity: cosine(unit(face.vector), meanTemplate(templates)) }]
    }),
  )
  for (const { face, id, similarity } of pairs.sort((a, b) => b.similarity - a.similarity)) {
    const place = JSON.stringify([face.photo, id])
    if (similarity < bands.likely || named.has(face.id) || taken.has(place)) continue
    taken.add(place)
    named.set(face.id, { studentId: id, band: preselect && similarity >= bands.sure ? 'sure' : 'likely' })
  }
  const seen = new Set([...named.values()].map(({ studentId }) => studentId))
  return {
    faces: faces.map(({ id }) => ({
      id,
      band: named.get(id)?.band ?? 'unknown',
      studentId: named.get(id)?.studentId ?? null,
      alternatives: [],
    })),
    seen: gallery.flatMap(({ id }) => (seen.has(id) ? [id] : [])),
    notSeen: gallery.flatMap(({ id }) => (seen.has(id) ? [] : [id])),
  }
}
