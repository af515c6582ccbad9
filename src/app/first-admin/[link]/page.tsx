import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AuthCard } from '@/components/account/auth-card'
import { FirstAdminForm } from '@/components/first-admin/first-admin-form'
import { DialBackdrop } from '@/components/layout/dial-backdrop'
import { PublicShell } from '@/components/layout/public-shell'
import { TextLink } from '@/components/ui/text-link'
import { withWords } from '@/components/words/with-words'
import { caller } from '@/server/api/caller'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('first-admin')
  return { title: t('title'), referrer: 'no-referrer' }
}

async function FirstAdminPage({ params }: PageProps<'/first-admin/[link]'>) {
  const { link } = await params
  const [t, dead, api] = await Promise.all([
    getTranslations('first-admin'),
    getTranslations('errors.firstAdmin.link_dead'),
    caller(),
  ])
  const { usable } = await api.firstAdmin.link({ link }).catch(() => ({ usable: false }))
  return (
    <PublicShell>
      <div className="relative flex flex-1 items-start justify-center overflow-hidden px-4 pt-4 pb-12 sm:items-center">
        <DialBackdrop />
        <AuthCard
          title={usable ? t('title') : dead('title')}
          description={usable ? t('text') : dead('text')}
          footer={<TextLink href="/">{t('start')}</TextLink>}
        >
          {usable && <FirstAdminForm link={link} />}
        </AuthCard>
      </div>
    </PublicShell>
  )
}

export default withWords(['account', 'first-admin'], FirstAdminPage)
