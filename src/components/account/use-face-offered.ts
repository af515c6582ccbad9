'use client'

import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTRPC } from '@/components/providers/trpc-provider'
import { fetchEmailSchema } from '@/components/ui/email-schema'

/** A pause in typing after which the server is asked. */
const PAUSE_MS = 400

/** The email for which signing in by face is offered in this browser; null while it is not. */
export function useFaceOffered(typed: string): string | null {
  const trpc = useTRPC()
  const [email, setEmail] = useState<string | null>(null)
  useEffect(() => {
    if (!typed) return setEmail(null)
    let over = false
    const timer = setTimeout(async () => {
      const { data = null } = (await fetchEmailSchema().catch(() => null))?.safeParse(typed) ?? {}
      if (!over) setEmail(data)
    }, PAUSE_MS)
    return () => {
      over = true
      clearTimeout(timer)
    }
  }, [typed])
  // Without an answer the password is there in any case.
  const asked = trpc.faceSignIn.offered.queryOptions(
    { email: email ?? '' },
    { enabled: email !== null, retry: false },
  )
  const { data } = useQuery(asked)
  return email && data?.offered ? email : null
}
