'use client'

import { useMutation } from '@tanstack/react-query'
import { useTRPC } from '@/components/providers/trpc-provider'

/** Has the photos that are there read. */
export function useBegin() {
  const trpc = useTRPC()
  return useMutation(trpc.rollCalls.begin.mutationOptions())
}
