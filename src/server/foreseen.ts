import 'server-only'
import { AppError } from '@/domain/errors'
import { isDatabaseAway } from './db/away'
import { errorFields, type LogFields, logger } from './logger'

/** The front's note about the request that is being answered (scripts/server/busy-answers.mjs). */
const shared = globalThis as typeof globalThis & {
  clockfaceAsked?: { getStore(): { busy: boolean; failed: Set<string> } | undefined }
}

/** Whether this failure of a page is told for the first time: each of its layers tells of the same. */
export function isFirstOf(failure: string): boolean {
  const failed = shared.clockfaceAsked?.getStore()?.failed
  if (failed?.has(failure)) return false
  failed?.add(failure)
  return true
}

/** Lets a page that fails because the database is away be answered as what it is. */
export function noteBusy(error: unknown): void {
  const asked = shared.clockfaceAsked?.getStore()
  const busy = error instanceof AppError ? error.code === 'server.busy' : isDatabaseAway(error)
  if (asked && busy) asked.busy = true
}

/** When it may be worth another try. */
const SECONDS = 2

/** An error as one of ours. What nobody foresaw is logged here, once, and told by its code alone from here on. */
export function foreseen(error: unknown, message: string, fields: LogFields = {}): AppError {
  noteBusy(error)
  if (error instanceof AppError) return error
  const away = isDatabaseAway(error)
  const told = away ? new AppError('server.busy', { seconds: SECONDS }) : new AppError('server.failed')
  logger.error(message, { code: told.code, ...fields, ...errorFields(error) })
  return told
}

/** Finds out who asks. What goes wrong with it is no fault of a procedure, and none has been asked yet. */
export async function whoAsks<Who>(find: () => Promise<Who>): Promise<Who> {
  try {
    return await find()
  } catch (error) {
    throw foreseen(error, 'who asks could not be found out')
  }
}
