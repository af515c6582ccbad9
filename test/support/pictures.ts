import { type PortraitOptions, portrait, type Sitter } from './sample-portraits'

/** A portrait as a form field. */
export async function portraitFile(who: Sitter, options?: PortraitOptions): Promise<File> {
  const bytes = await portrait(who, options)
  return new File([new Uint8Array(bytes)], `${who}.jpg`, { type: 'image/jpeg' })
}

/** A form for `enrolment.addPhoto`. */
export function photoForm(photo: Blob, replaces?: string): FormData {
  const form = new FormData()
  form.append('photo', photo)
  if (replaces) form.append('replaces', replaces)
  return form
}

/** A form for `attendance.clock`. */
export function clockForm(sessionId: string, direction: 'in' | 'out', frames: Blob[]): FormData {
  const form = new FormData()
  form.append('sessionId', sessionId)
  form.append('direction', direction)
  for (const frame of frames) form.append('frame', frame)
  return form
}
