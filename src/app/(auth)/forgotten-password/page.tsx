import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AuthCard } from '@/components/account/auth-card'
import { ForgottenPasswordForm } from '@/components/account/forgotten-password-form'
import { TextLink } from '@/components/ui/text-link'
import { withWords } from '@/components/words/with-words'
import { caller } from '@/server/api/caller'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account')
  return { title: t('forgotten.title') }
}

async function ForgottenPasswordPage() {
  const [t, api] = await Promise.all([getTranslations('account'), caller()])
  const { mail } = await api.about.installation()
  return (
    <AuthCard
      title={t('forgotten.title')}
      description={t(mail ? 'forgotten.byMail' : 'forgotten.byAdmin')}
      footer={<TextLink href="/sign-in">{t('forgotten.back')}</TextLink>}
    >
      <ForgottenPasswordForm mail={mail} />
    </AuthCard>
  )
}

export default withWords(['account'], ForgottenPasswordPage)
