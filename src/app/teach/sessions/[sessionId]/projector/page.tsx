import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { SignedOutNotice } from '@/components/live/signed-out-notice'
import { ProjectorBoard } from '@/components/sessions/projector-board'
import { boardTitle } from '@/components/sessions/session-words'
import { withWords } from '@/components/words/with-words'
import { requireRole } from '@/server/sign-in/current-user'
import { sessionBoard } from '../../../session-board'

type Props = PageProps<'/teach/sessions/[sessionId]/projector'>

const addressOf = (sessionId: string) => `/teach/sessions/${sessionId}/projector`

async function boardOf({ params }: Props) {
  const { sessionId } = await params
  return sessionBoard(sessionId, addressOf(sessionId))
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: boardTitle(await getTranslations('sessions'), await boardOf(props)) }
}

async function ProjectorPage(props: Props) {
  const board = await boardOf(props)
  const user = await requireRole('TEACHER', addressOf(board.session.id))
  return (
    <>
      <SignedOutNotice viewerId={user.id} until={user.until} />
      <ProjectorBoard initial={board} />
    </>
  )
}

export default withWords(['attendance', 'live', 'sessions'], ProjectorPage)
