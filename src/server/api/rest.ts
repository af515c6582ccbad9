import 'server-only'
import { addressOf } from '../auth/address'
import { serviceContext } from '../process/service-context'
import { restHandler } from '../rest/handler'
import { bearerOf } from '../tokens/bearer'
import { appRouter } from './app-router'

/** The interface for programs, to whom cookies say nothing. */
export const rest = restHandler({
  router: appRouter,
  services: serviceContext,
  contextOf: async ({ headers }) => {
    const services = { ...serviceContext(), via: 'API' as const, address: addressOf(headers) }
    const bearer = await bearerOf(services, headers.get('authorization'))
    return bearer ? { ...services, ...bearer } : services
  },
})
