import type { Metadata } from 'next'
import { orNotFound } from '@/app/or-not-found'
import { ClassPage } from '@/components/classes/class-page'
import { withWords } from '@/components/words/with-words'
import { caller } from '@/server/api/caller'
import { requireRole } from '@/server/sign-in/current-user'

type Props = PageProps<'/teach/classes/[classId]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { classId } = await params
  await requireRole('TEACHER', `/teach/classes/${classId}`)
  const api = await caller()
  const { name } = await orNotFound(api.classes.byId({ classId }))
  return { title: name }
}

async function TaughtClassPage({ params }: Props) {
  const { classId } = await params
  await requireRole('TEACHER', `/teach/classes/${classId}`)
  const api = await caller()
  const [schoolClass, roster, sessions, planned] = await orNotFound(
    Promise.all([
      api.classes.byId({ classId }),
      api.places.members({ placeId: classId }),
      api.sessions.ofClass({ classId }),
      api.sessions.planned({ classId }),
    ]),
  )
  return <ClassPage initial={{ schoolClass, roster, sessions, planned }} />
}

export default withWords(['classes', 'face-opt-out', 'kiosks', 'places', 'sessions'], TaughtClassPage)
