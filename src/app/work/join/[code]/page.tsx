import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { JoinByCode } from '@/components/employments/join-by-code'
import { PageHeader } from '@/components/ui/page-header'
import { withWords } from '@/components/words/with-words'
import { joinCodeLength, normaliseJoinCode } from '@/domain/classes'
import { requireRole } from '@/server/sign-in/current-user'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('employments')
  return { title: t('own.code') }
}

async function JoinWorkplacePage({ params }: PageProps<'/work/join/[code]'>) {
  const code = normaliseJoinCode((await params).code).slice(0, joinCodeLength)
  await requireRole('EMPLOYEE', `/work/join/${code}`)
  const t = await getTranslations('employments')
  return (
    <div className="mx-auto max-w-xl">
      <PageHeader title={t('own.title')} back={{ href: '/work/workplaces', label: t('own.title') }} />
      <JoinByCode first={code} />
    </div>
  )
}

export default withWords(['employments'], JoinWorkplacePage)
