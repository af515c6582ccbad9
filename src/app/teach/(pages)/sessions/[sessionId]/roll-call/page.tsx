import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { orNotFound } from '@/app/or-not-found'
import { RollCallPage } from '@/components/roll-calls/roll-call-page'
import { withWords } from '@/components/words/with-words'
import { caller } from '@/server/api/caller'
import { requireRole } from '@/server/sign-in/current-user'

type Props = PageProps<'/teach/sessions/[sessionId]/roll-call'>

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('sessions')
  return { title: t('rollCall') }
}

async function SessionRollCallPage({ params }: Props) {
  const { sessionId } = await params
  await requireRole('TEACHER', `/teach/sessions/${sessionId}/roll-call`)
  const api = await caller()
  return <RollCallPage initial={await orNotFound(api.rollCalls.ofSession({ sessionId }))} />
}

export default withWords(['camera', 'demo', 'places', 'roll-calls'], SessionRollCallPage)
