import type { inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '@/server/trpc/app-router'

/** What each procedure answers: `Outputs['attendance']['today']`. Pages hand it down as a query's `initialData`. */
export type Outputs = inferRouterOutputs<AppRouter>
