import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AuthCard } from '@/components/account/auth-card'
import { ConfirmEmail } from '@/components/account/confirm-email'
import { TextLink } from '@/components/ui/text-link'
import { withWords } from '@/components/words/with-words'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account')
  return { title: t('newEmail.pageTitle'), referrer: 'no-referrer' }
}

async function NewEmailPage({ params }: PageProps<'/new-email/[link]'>) {
  const { link } = await params
  const t = await getTranslations('account')
  return (
    <AuthCard
      title={t('newEmail.pageTitle')}
      description={t('newEmail.pageText')}
      footer={<TextLink href="/">{t('confirm.on')}</TextLink>}
    >
      <ConfirmEmail link={link} as="NEW" />
    </AuthCard>
  )
}

export default withWords(['account'], NewEmailPage)
