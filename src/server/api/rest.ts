import 'server-only'
import { serviceContext } from '../process/service-context'
import { restHandler } from '../rest/handler'
import { appRouter } from './app-router'
import { programContext } from './program-context'

/** The interface for programs, to whom cookies say nothing. */
export const rest = restHandler({
  router: appRouter,
  services: serviceContext,
  contextOf: ({ headers }) => programContext(serviceContext(), headers),
})
