import { cache } from 'react'
import { orNotFound } from '@/app/or-not-found'
import { caller } from '@/server/api/caller'
import { requireRole } from '@/server/sign-in/current-user'

/** The board that a page and its title are about, read once a request; strangers sign in and come back. */
export const sessionBoard = cache(async (sessionId: string, path: string) => {
  await requireRole('TEACHER', path)
  const api = await caller()
  return orNotFound(api.sessions.board({ sessionId }))
})
