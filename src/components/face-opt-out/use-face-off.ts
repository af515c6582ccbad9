'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTRPC } from '@/components/providers/trpc-provider'

/** Reads anew whatever tells of somebody's face: their own page, rosters, boards and the administrator's list. */
function useFaceOffChange() {
  const trpc = useTRPC()
  const queries = useQueryClient()
  return () =>
    Promise.all(
      [
        trpc.enrolment.pathFilter(),
        trpc.classes.pathFilter(),
        trpc.places.members.pathFilter(),
        trpc.employments.pathFilter(),
        trpc.sessions.pathFilter(),
        trpc.faceOptOut.pathFilter(),
      ].map((filter) => queries.invalidateQueries(filter)),
    )
}

/** Switches one's own face off or on again. */
export function useOwnFaceOff() {
  const trpc = useTRPC()
  const changed = useFaceOffChange()
  return useMutation(trpc.faceOptOut.setOwn.mutationOptions({ onSuccess: changed }))
}

/** Switches a member's face off at one place, or on again. */
export function useFaceOffAt() {
  const trpc = useTRPC()
  const changed = useFaceOffChange()
  return useMutation(trpc.faceOptOut.setAt.mutationOptions({ onSuccess: changed }))
}

/** Switches somebody else's face off everywhere, or on again. */
export function useFaceOffOf() {
  const trpc = useTRPC()
  const changed = useFaceOffChange()
  return useMutation(trpc.faceOptOut.setOf.mutationOptions({ onSuccess: changed }))
}
