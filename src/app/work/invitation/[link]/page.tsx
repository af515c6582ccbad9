import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { orNotFound } from '@/app/or-not-found'
import { AskedRow } from '@/components/employments/asked-to-work'
import { AppShell } from '@/components/layout/app-shell'
import { PageHeader } from '@/components/ui/page-header'
import { withWords } from '@/components/words/with-words'
import { caller } from '@/server/api/caller'
import { requireUser } from '@/server/sign-in/current-user'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('employments')
  return { title: t('asked.page') }
}

async function WorkInvitationPage({ params }: PageProps<'/work/invitation/[link]'>) {
  const { link } = await params
  const user = await requireUser(`/work/invitation/${encodeURIComponent(link)}`)
  const [t, api] = await Promise.all([getTranslations('employments'), caller()])
  const asked = await orNotFound(api.employments.byLink({ link }))
  const page = (
    <div className="mx-auto max-w-2xl">
      <PageHeader title={t('asked.page')} />
      <AskedRow asked={asked} link={link} />
    </div>
  )
  // Whoever is an employee already has the shell around all pages of work.
  if (user.roles.includes('EMPLOYEE')) return page
  return (
    <AppShell user={user} area="account">
      {page}
    </AppShell>
  )
}

export default withWords(['employments'], WorkInvitationPage)
