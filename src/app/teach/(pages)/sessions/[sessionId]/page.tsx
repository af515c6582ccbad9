import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { SessionPage } from '@/components/sessions/session-page'
import { boardTitle } from '@/components/sessions/session-words'
import { withWords } from '@/components/words/with-words'
import { sessionBoard } from '../../../session-board'

type Props = PageProps<'/teach/sessions/[sessionId]'>

async function boardOf({ params }: Props) {
  const { sessionId } = await params
  return sessionBoard(sessionId, `/teach/sessions/${sessionId}`)
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: boardTitle(await getTranslations('sessions'), await boardOf(props)) }
}

async function TaughtSessionPage(props: Props) {
  return <SessionPage initial={await boardOf(props)} />
}

export default withWords(
  ['face-checks', 'face-opt-out', 'places', 'roll-calls', 'sessions'],
  TaughtSessionPage,
)
