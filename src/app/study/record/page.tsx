import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { OwnRecord } from '@/components/attendance/own-record'
import { PageHeader } from '@/components/ui/page-header'
import { withWords } from '@/components/words/with-words'
import { caller } from '@/server/api/caller'
import { requireRole } from '@/server/sign-in/current-user'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('study')
  return { title: t('pages.record.title') }
}

async function OwnRecordPage() {
  await requireRole('STUDENT', '/study/record')
  const t = await getTranslations('study')
  const api = await caller()
  return (
    <>
      <PageHeader title={t('pages.record.title')} description={t('pages.record.hint')} />
      <OwnRecord initial={await api.attendance.ownTotals()} />
    </>
  )
}

export default withWords(['face-checks'], OwnRecordPage)
