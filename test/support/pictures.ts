import { type PortraitOptions, portrait, type Sitter } from './sample-portraits'

const made = new Map<string, Promise<Buffer>>()

/** A portrait as a form field; each is made once a run. */
export async function portraitFile(who: Sitter, options: PortraitOptions = {}): Promise<File> {
  const key = JSON.stringify([who, options])
  const making = made.get(key) ?? portrait(who, options)
  made.set(key, making)
  return new File([new Uint8Array(await making)], `${who}.jpg`, { type: 'image/jpeg' })
}

export function photoForm(photo: Blob, replaces?: string): FormData {
  const form = new FormData()
  form.append('photo', photo)
  if (replaces) form.append('replaces', replaces)
  return form
}

export function clockForm(sessionId: string, direction: 'in' | 'out', frames: Blob[]): FormData {
  const form = new FormData()
  form.append('sessionId', sessionId)
  form.append('direction', direction)
  for (const frame of frames) form.append('frame', frame)
  return form
}

export function identifyForm(sessionId: string, frames: Blob[], mark?: boolean): FormData {
  const form = new FormData()
  form.append('sessionId', sessionId)
  if (mark !== undefined) form.append('mark', String(mark))
  for (const frame of frames) form.append('frame', frame)
  return form
}

export function workForm(workplaceId: string, direction: 'in' | 'out', frames: Blob[]): FormData {
  const form = new FormData()
  form.append('workplaceId', workplaceId)
  form.append('direction', direction)
  for (const frame of frames) form.append('frame', frame)
  return form
}
