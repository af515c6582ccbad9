import 'server-only'
import { queueRenewal } from '../enrolment/renewal-job'
import { errorFields, logger } from '../logger'
import { serviceContext } from './service-context'

/** Begins to read kept photos anew where another recogniser is in use than before. Never rejects: it is tried hourly. */
export async function startRenewal(): Promise<void> {
  try {
    await queueRenewal(serviceContext())
  } catch (error) {
    logger.error('Reading kept photos anew could not be queued', errorFields(error))
  }
}
