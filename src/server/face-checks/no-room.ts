import 'server-only'
import { AppError } from '@/domain/errors'

/** Whether the engine had no room for the frames, or failed at them. */
export function isNoRoom(error: unknown): boolean {
  return error instanceof AppError && (error.code === 'face.busy' || error.code === 'face.failed')
}
