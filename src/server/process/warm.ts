import 'server-only'
import { errorFields, logger } from '../logger'
import { serviceContext } from './service-context'

/**
 * Starts the engine of this process before anybody clocks in: the first of them would wait for the models otherwise.
 * Never rejects, because a server without an engine is still of use: marks are then made by hand.
 */
export async function warmFaceEngine(): Promise<void> {
  try {
    await serviceContext().faceEngine()
  } catch (error) {
    logger.error('The face engine could not be started', errorFields(error))
  }
}
