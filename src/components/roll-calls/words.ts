import type { PhotoProblem } from '@/domain/roll-calls'

/** What was wrong with one photo of the room. */
export const photoProblemText: Record<PhotoProblem, string> = {
  'picture.unreadable': 'is not a readable picture.',
  'picture.heic': 'is a HEIC picture, which cannot be read here. Save it as JPEG.',
  'picture.too_many_pixels': 'has more than 50 megapixels.',
  'face.none': 'shows no face that can be found.',
  'face.failed': 'could not be worked on.',
}

/** "1 photo", "3 photos". */
export function photosText(count: number): string {
  return count === 1 ? '1 photo' : `${count} photos`
}

/** "1 student", "3 students". */
export function studentsText(count: number): string {
  return count === 1 ? '1 student' : `${count} students`
}

/** What confirming does, in as few words as a button takes. */
export function markText({ present, late }: { present: number; late: number }): string {
  if (present === 0 && late === 0) return 'Mark nobody'
  if (late === 0) return `Mark ${present} present`
  if (present === 0) return `Mark ${late} late`
  return `Mark ${present + late} students`
}

/** The same after it was done. */
export function markedText({ marked, late }: { marked: number; late: number }): string {
  if (marked === 0) return 'The roll call is over. Nobody was marked.'
  const all = studentsText(marked)
  if (late === 0) return `${all} marked present from group photos.`
  return `${all} marked from group photos, ${late} of them late.`
}
