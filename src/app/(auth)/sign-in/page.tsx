import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { AuthCard } from '@/components/account/auth-card'
import { SignInForm } from '@/components/account/sign-in-form'
import { TextLink } from '@/components/ui/text-link'
import { withWords } from '@/components/words/with-words'
import { nextPath } from '@/domain/next-path'
import { currentUser } from '@/server/sign-in/current-user'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account')
  return { title: t('signIn.title') }
}

async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  const query = await searchParams
  const next = nextPath(query.next ?? query.callbackUrl)
  if (await currentUser()) redirect(next ?? '/')
  const t = await getTranslations('account')
  return (
    <AuthCard
      title={t('signIn.title')}
      footer={t.rich('signIn.instead', {
        link: (words) => (
          <TextLink href={{ pathname: '/sign-up', query: next ? { next } : {} }}>{words}</TextLink>
        ),
      })}
    >
      <SignInForm next={next} />
      <p className="mt-4 text-center text-sm">
        <TextLink href="/forgotten-password">{t('forgotten.link')}</TextLink>
      </p>
    </AuthCard>
  )
}

export default withWords(['account', 'camera'], SignInPage)
