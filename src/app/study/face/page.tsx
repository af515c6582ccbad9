import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { MyFace } from '@/components/enrolment/my-face'
import { PageHeader } from '@/components/ui/page-header'
import { withWords } from '@/components/words/with-words'
import { caller } from '@/server/api/caller'
import { requireRole } from '@/server/sign-in/current-user'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('study')
  return { title: t('pages.face') }
}

async function MyFacePage() {
  await requireRole('STUDENT', '/study/face')
  const t = await getTranslations('study')
  const api = await caller()
  const [status, advice] = await Promise.all([api.enrolment.status(), api.enrolment.advice()])
  return (
    <>
      <PageHeader title={t('pages.face')} />
      <MyFace initial={status} initialAdvice={advice} />
    </>
  )
}

export default withWords(['camera', 'enrolment', 'face-opt-out'], MyFacePage)
