import type { Metadata } from 'next'
import { ProjectorBoard } from '@/components/sessions/projector-board'
import { requireRole } from '@/server/auth/current-user'
import { caller } from '@/server/trpc/caller'
import { orNotFound } from '../../../or-not-found'

export const metadata: Metadata = { title: 'Board' }

export default async function ProjectorPage({ params }: PageProps<'/teach/sessions/[sessionId]/projector'>) {
  const { sessionId } = await params
  await requireRole('TEACHER', `/teach/sessions/${sessionId}/projector`)
  const api = await caller()
  return <ProjectorBoard initial={await orNotFound(api.sessions.board({ sessionId }))} />
}
