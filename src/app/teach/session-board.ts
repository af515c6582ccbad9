import { cache } from 'react'
import { requireRole } from '@/server/auth/current-user'
import { caller } from '@/server/trpc/caller'
import { orNotFound } from './or-not-found'

/** The board that a page and its title are about, read once a request; strangers sign in and come back. */
export const sessionBoard = cache(async (sessionId: string, path: string) => {
  await requireRole('TEACHER', path)
  const api = await caller()
  return orNotFound(api.sessions.board({ sessionId }))
})
