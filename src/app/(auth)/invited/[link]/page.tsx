import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AuthCard } from '@/components/account/auth-card'
import { InvitedForm } from '@/components/account/invited-form'
import { TextLink } from '@/components/ui/text-link'
import { withWords } from '@/components/words/with-words'
import { caller } from '@/server/api/caller'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account')
  return { title: t('invited.title'), referrer: 'no-referrer' }
}

async function InvitedPage({ params }: PageProps<'/invited/[link]'>) {
  const { link } = await params
  const [t, dead, api] = await Promise.all([
    getTranslations('account'),
    getTranslations('errors.appointments.invitation_dead'),
    caller(),
  ])
  const { invitation } = await api.appointments.invitation({ link: link.slice(0, 100) })
  return (
    <AuthCard
      title={invitation ? t('invited.title') : dead('title')}
      description={invitation ? t('invited.text', { role: invitation.role }) : dead('text')}
      footer={<TextLink href="/sign-in">{t('forgotten.back')}</TextLink>}
    >
      {invitation && <InvitedForm link={link} email={invitation.email} />}
    </AuthCard>
  )
}

export default withWords(['account'], InvitedPage)
