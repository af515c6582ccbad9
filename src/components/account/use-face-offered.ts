'use client'

import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTRPC } from '@/components/providers/trpc-provider'
import { emailInputSchema } from '@/domain/account'

/** A pause in typing after which the server is asked. */
const PAUSE_MS = 400

/** The email for which signing in by face is offered in this browser; null while it is not. */
export function useFaceOffered(typed: string): string | null {
  const trpc = useTRPC()
  const [email, setEmail] = useState<string | null>(null)
  useEffect(() => {
    const parsed = emailInputSchema.safeParse({ email: typed })
    const timer = setTimeout(() => setEmail(parsed.success ? parsed.data.email : null), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [typed])
  // Without an answer the password is there in any case.
  const asked = trpc.faceSignIn.offered.queryOptions(
    { email: email ?? '' },
    { enabled: email !== null, retry: false },
  )
  const { data } = useQuery(asked)
  return email && data?.offered ? email : null
}
