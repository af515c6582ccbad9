import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { HistoryList } from '@/components/admin/history-list'
import { PageHeader } from '@/components/ui/page-header'
import { withWords } from '@/components/words/with-words'
import { requireRole } from '@/server/sign-in/current-user'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin'))('history.title') }
}

async function AdminHistoryPage() {
  await requireRole('ADMIN', '/admin/history')
  const t = await getTranslations('admin')
  return (
    <>
      <PageHeader title={t('history.title')} description={t('history.hint')} />
      <HistoryList />
    </>
  )
}

export default withWords(['admin', 'lists', 'people'], AdminHistoryPage)
