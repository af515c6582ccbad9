import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AskedToWork } from '@/components/employments/asked-to-work'
import { OwnEmployments } from '@/components/employments/own-employments'
import { PageHeader } from '@/components/ui/page-header'
import { withWords } from '@/components/words/with-words'
import { caller } from '@/server/api/caller'
import { requireRole } from '@/server/sign-in/current-user'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('employments')
  return { title: t('own.title') }
}

async function OwnWorkplacesPage() {
  await requireRole('EMPLOYEE', '/work/workplaces')
  const [t, api] = await Promise.all([getTranslations('employments'), caller()])
  const [own, asked] = await Promise.all([api.employments.own(), api.employments.asked()])
  return (
    <>
      <PageHeader title={t('own.title')} />
      <AskedToWork initial={asked} />
      <OwnEmployments initial={own} />
    </>
  )
}

export default withWords(['employments', 'rule-sets'], OwnWorkplacesPage)
