import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AuthCard } from '@/components/account/auth-card'
import { NewPassword } from '@/components/account/new-password'
import { TextLink } from '@/components/ui/text-link'
import { withWords } from '@/components/words/with-words'
import { caller } from '@/server/api/caller'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account')
  return { title: t('newPassword.title'), referrer: 'no-referrer' }
}

async function NewPasswordPage({ params }: PageProps<'/new-password/[link]'>) {
  const { link } = await params
  const [t, dead, api] = await Promise.all([
    getTranslations('account'),
    getTranslations('errors.account.link_dead'),
    caller(),
  ])
  const { usable } = await api.passwordReset.link({ link: link.slice(0, 100) })
  if (usable) return <NewPassword link={link} />
  return (
    <AuthCard
      title={dead('title')}
      description={dead('text')}
      footer={<TextLink href="/forgotten-password">{t('newPassword.another')}</TextLink>}
    />
  )
}

export default withWords(['account'], NewPasswordPage)
