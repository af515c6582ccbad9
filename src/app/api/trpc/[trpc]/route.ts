import { fetchRequestHandler } from '@trpc/server/adapters/fetch'
import { appRouter } from '@/server/api/app-router'
import { requestContext } from '@/server/api/request-context'
import { retryAfter } from '@/server/trpc/errors'
import { formRequests } from '@/server/trpc/form-request'
import { isForeign } from '@/server/trpc/origin'

const withBoundedForm = formRequests(appRouter)

function handler(request: Request) {
  if (isForeign(request)) return new Response(null, { status: 403 })
  return fetchRequestHandler({
    endpoint: '/api/trpc',
    req: withBoundedForm(request),
    router: appRouter,
    createContext: requestContext,
    responseMeta: ({ errors }) => ({ headers: retryAfter(errors) }),
    maxBatchSize: 20,
  })
}

export { handler as GET, handler as POST }
