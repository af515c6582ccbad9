import 'server-only'
import { errorFields, logger } from '../logger'
import { serviceContext } from '../service-context'
import { queueRenewal } from './renewal-job'

/** Begins to read kept photos anew where another recogniser is in use than before. Never rejects: it is tried hourly. */
export async function startRenewal(): Promise<void> {
  try {
    await queueRenewal(serviceContext())
  } catch (error) {
    logger.error('Reading kept photos anew could not be queued', errorFields(error))
  }
}
