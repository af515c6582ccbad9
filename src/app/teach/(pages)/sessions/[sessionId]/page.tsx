import type { Metadata } from 'next'
import { SessionPage } from '@/components/sessions/session-page'
import { requireRole } from '@/server/auth/current-user'
import { caller } from '@/server/trpc/caller'
import { orNotFound } from '../../../or-not-found'

type Props = PageProps<'/teach/sessions/[sessionId]'>

export const metadata: Metadata = { title: 'Session' }

export default async function TaughtSessionPage({ params }: Props) {
  const { sessionId } = await params
  await requireRole('TEACHER', `/teach/sessions/${sessionId}`)
  const api = await caller()
  return <SessionPage initial={await orNotFound(api.sessions.board({ sessionId }))} />
}
