import 'server-only'
import { createHmac } from 'node:crypto'

export const photoLabel = (photoId: string) => `roll-call-photo:${photoId}`
export const viewLabel = (photoId: string) => `roll-call-view:${photoId}`
export const cropLabel = (faceId: string) => `roll-call-crop:${faceId}`
export const vectorLabel = (faceId: string) => `roll-call-vector:${faceId}`
export const refusedLabel = (refusedId: string) => `refused-match:${refusedId}`

/** Knows the same file again after it has been erased; without the key nobody can tell which file it was of. */
export function fingerprintOf(faceKey: Buffer, file: Uint8Array): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(createHmac('sha256', faceKey).update('roll call photo\0').update(file).digest())
}
