import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { OwnClasses } from '@/components/study/own-classes'
import { PageHeader } from '@/components/ui/page-header'
import { withWords } from '@/components/words/with-words'
import { caller } from '@/server/api/caller'
import { requireRole } from '@/server/sign-in/current-user'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('study')
  return { title: t('pages.classes') }
}

async function OwnClassesPage() {
  await requireRole('STUDENT', '/study/classes')
  const t = await getTranslations('study')
  const api = await caller()
  return (
    <>
      <PageHeader title={t('pages.classes')} />
      <OwnClasses initial={await api.places.joined()} />
    </>
  )
}

export default withWords(['study'], OwnClassesPage)
