import { sameFace } from './face/detections'
import type { Box } from './face/geometry'
import { cosine, unit } from './face/matching'

/** A face of a roll call, as far as it can be known again. */
export interface RefusableFace {
  id: string
  /** Of the file that it is in. */
  fingerprint: string
  box: Box
  /** Null where the face cannot be recognised. */
  vector: Float32Array | null
}

/** What a teacher said: the person of this face is not this student. */
export interface RefusedMatch {
  studentId: string
  fingerprint: string
  box: Box
  /** By the same recogniser as the faces' vectors; null once it is erased. */
  vector: Float32Array | null
}

interface RefusedInput {
  faces: readonly RefusableFace[]
  refusals: readonly RefusedMatch[]
  /** Mean template of each student. */
  means: ReadonlyMap<string, Float32Array>
  /** Cosine from which two vectors show one person. */
  samePerson: number
}

/**
 * The pairs of face and student that are never offered again: the same place of the same file, and in other photos
 * whoever is that person by their vector. There the student's own face must stay possible, though it may look much
 * like the refused one: a face that is nearer to the student's template than to the refused face is not refused.
 */
export function refusedPairs({
  faces,
  refusals,
  means,
  samePerson,
}: RefusedInput): { faceId: string; studentId: string }[] {
  return faces.flatMap((face) => {
    const students = refusals
      .filter((refusal) => isSamePlace(face, refusal) || isSamePerson(face, refusal))
      .map(({ studentId }) => studentId)
    return [...new Set(students)].map((studentId) => ({ faceId: face.id, studentId }))
  })

  function isSamePerson({ vector }: RefusableFace, refusal: RefusedMatch): boolean {
    if (!vector || !refusal.vector) return false
    const likeness = cosine(unit(vector), unit(refusal.vector))
    const mean = means.get(refusal.studentId)
    return likeness >= samePerson && (!mean || likeness > cosine(unit(vector), mean))
  }
}

function isSamePlace(face: RefusableFace, refusal: RefusedMatch): boolean {
  return face.fingerprint === refusal.fingerprint && sameFace(face.box, refusal.box)
}
