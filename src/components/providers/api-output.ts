import type { inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '@/server/api/app-router'

/** What each procedure answers: `ApiOutput['classes']['taught']`. */
export type ApiOutput = inferRouterOutputs<AppRouter>
