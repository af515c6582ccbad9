import { fetchRequestHandler } from '@trpc/server/adapters/fetch'
import { appRouter } from '@/server/trpc/app-router'
import { requestContext } from '@/server/trpc/context'
import { isForeign } from '@/server/trpc/origin'

function handler(request: Request) {
  if (isForeign(request)) return new Response(null, { status: 403 })
  return fetchRequestHandler({
    endpoint: '/api/trpc',
    req: request,
    router: appRouter,
    createContext: requestContext,
    maxBatchSize: 20,
  })
}

export { handler as GET, handler as POST }
