'use client'

import { useQuery } from '@tanstack/react-query'
import type { ApiOutput } from '@/components/providers/api-output'
import { useTRPC } from '@/components/providers/trpc-provider'
import { appErrorOf } from '@/components/words/app-error'

export type KioskState = ApiOutput['kiosks']['state']

/** How often the kiosk asks what there is to do: a session that opens wakes it, and so does a network that is back. */
const ASK_EVERY = 3_000

/** What the kiosk shows, kept up to date: `gone` once it is registered no more, `lost` while the server is out of reach. */
export function useKioskState(initial: KioskState) {
  const trpc = useTRPC()
  const query = useQuery(
    trpc.kiosks.state.queryOptions(undefined, {
      initialData: initial,
      refetchInterval: ASK_EVERY,
      // One question that fails is told at once, and the next one follows soon; a browser may be wrong about its network.
      retry: false,
      networkMode: 'always',
    }),
  )
  const code = appErrorOf(query.error)?.code
  return {
    state: query.data,
    arrivedAt: query.dataUpdatedAt,
    gone: code === 'kiosks.not_registered',
    lost: query.isError && code !== 'kiosks.not_registered',
    refresh: query.refetch,
  }
}
