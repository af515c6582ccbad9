'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ApiOutput } from '@/components/providers/api-output'
import { useTRPC } from '@/components/providers/trpc-provider'

export type EnrolmentStatus = ApiOutput['enrolment']['status']
export type Advice = ApiOutput['enrolment']['advice']
export type EnrolledPhoto = EnrolmentStatus['photos'][number]

/** To be called after a change: reads anew whatever speaks of photos or consent. */
export function useEnrolmentChange() {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  return () => queryClient.invalidateQueries(trpc.enrolment.pathFilter())
}

/** Sends one photo to be kept, or in place of another. Throws what the server has against it. */
export function useAddPhoto(replaces?: string) {
  const trpc = useTRPC()
  const changed = useEnrolmentChange()
  const { mutateAsync } = useMutation(trpc.enrolment.addPhoto.mutationOptions())
  return async (photo: Blob) => {
    const form = new FormData()
    form.set('photo', photo)
    if (replaces) form.set('replaces', replaces)
    await mutateAsync(form)
    await changed()
  }
}
