'use client'

import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import {
  createTRPCClient,
  httpBatchLink,
  httpLink,
  httpSubscriptionLink,
  isNonJsonSerializable,
  splitLink,
} from '@trpc/client'
import { createTRPCContext } from '@trpc/tanstack-react-query'
import { type ReactNode, useState } from 'react'
import superjson from 'superjson'
import { appErrorOf } from '@/components/words/app-error'
import type { AppRouter } from '@/server/api/app-router'
import { patientFetch } from './patient-fetch'
import { sharedAnswer } from './shared-answer'
import { ofViewer } from './viewer'

const context = createTRPCContext<AppRouter>()

export const useTRPC = context.useTRPC
/** For what is more than one query or mutation, such as several uploads one after the other. */
export const useTRPCClient = context.useTRPCClient

const url = '/api/trpc'

function makeClient() {
  return createTRPCClient<AppRouter>({
    links: [
      splitLink({
        condition: (operation) => operation.type === 'subscription',
        true: httpSubscriptionLink({ url, transformer: superjson }),
        false: splitLink({
          condition: (operation) => isNonJsonSerializable(operation.input),
          true: httpLink({
            url,
            fetch: patientFetch,
            headers: ofViewer,
            transformer: { serialize: (data) => data, deserialize: superjson.deserialize },
          }),
          false: httpBatchLink({
            url,
            fetch: patientFetch,
            headers: ofViewer,
            transformer: superjson,
            maxItems: 20,
          }),
        }),
      }),
    ],
  })
}

/** Tries again what may pass by itself; an answer that we gave on purpose stands, and `patientFetch` has waited already. */
function shouldRetry(failures: number, error: unknown): boolean {
  return appErrorOf(error) === null && failures < 2
}

function makeQueryClient() {
  return new QueryClient({
    defaultOptions: {
      // Long enough for what the server rendered with the page; what an earlier visit left is asked for anew.
      queries: { staleTime: 1_000, retry: shouldRetry, structuralSharing: sharedAnswer },
      // Without a network a person is told so at once; nothing is kept back and sent later without them.
      mutations: { networkMode: 'always' },
    },
  })
}

export function TrpcProvider({ children }: { children: ReactNode }) {
  const [queryClient] = useState(makeQueryClient)
  const [trpcClient] = useState(makeClient)
  return (
    <QueryClientProvider client={queryClient}>
      <context.TRPCProvider trpcClient={trpcClient} queryClient={queryClient}>
        {children}
      </context.TRPCProvider>
    </QueryClientProvider>
  )
}
