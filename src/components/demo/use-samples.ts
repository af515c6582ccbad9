'use client'

import { useQuery } from '@tanstack/react-query'
import { useTRPC } from '@/components/providers/trpc-provider'
import { useOfDemo } from './demo-provider'

/** What can be tried without a camera: nothing for anybody but the demo's people. */
export function useSamples() {
  const trpc = useTRPC()
  const enabled = useOfDemo()
  const { data } = useQuery(trpc.demo.samples.queryOptions(undefined, { enabled, staleTime: Infinity }))
  return data ?? { portrait: false, room: false }
}
