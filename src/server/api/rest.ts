import 'server-only'
import { addressOf } from '../auth/address'
import { serviceContext } from '../process/service-context'
import { restHandler } from '../rest/handler'
import { appRouter } from './app-router'

/** The interface for programs, to whom cookies say nothing. */
export const rest = restHandler({
  router: appRouter,
  services: serviceContext,
  contextOf: async (request) => ({
    ...serviceContext(),
    via: 'API',
    address: addressOf(request.headers),
  }),
})
