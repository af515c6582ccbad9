import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { orNotFound } from '@/app/or-not-found'
import { CodeProjector } from '@/components/classes/code-projector'
import { SignedOutNotice } from '@/components/live/signed-out-notice'
import { withWords } from '@/components/words/with-words'
import { caller } from '@/server/api/caller'
import { requireRole } from '@/server/sign-in/current-user'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('classes')
  return { title: t('projector.title') }
}

async function JoinCodePage({ params }: PageProps<'/teach/classes/[classId]/code'>) {
  const { classId } = await params
  const user = await requireRole('TEACHER', `/teach/classes/${classId}/code`)
  const api = await caller()
  const [schoolClass, roster] = await orNotFound(
    Promise.all([api.classes.byId({ classId }), api.places.members({ placeId: classId })]),
  )
  return (
    <>
      <SignedOutNotice viewerId={user.id} until={user.until} />
      <CodeProjector initial={{ schoolClass, roster }} />
    </>
  )
}

export default withWords(['classes', 'live'], JoinCodePage)
