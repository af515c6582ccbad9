import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { AuthCard } from '@/components/account/auth-card'
import { SignUpForm } from '@/components/account/sign-up-form'
import { TextLink } from '@/components/ui/text-link'
import { withWords } from '@/components/words/with-words'
import { nextPath } from '@/domain/next-path'
import { caller } from '@/server/api/caller'
import { currentUser } from '@/server/sign-in/current-user'
import { demoOffered } from '@/server/sign-in/demo-door'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account')
  return { title: t('signUp.title') }
}

async function SignUpPage({ searchParams }: PageProps<'/sign-up'>) {
  const query = await searchParams
  const next = nextPath(query.next ?? query.callbackUrl)
  if (await currentUser()) redirect(next ?? '/')
  const joining = next?.startsWith('/join') ?? false
  const working = next?.startsWith('/work') ?? false
  const [t, api] = await Promise.all([getTranslations('account'), caller()])
  const [{ appointment }, demo] = await Promise.all([api.about.installation(), demoOffered()])
  return (
    <AuthCard
      title={t('signUp.title')}
      description={joining ? t('signUp.joining') : working ? t('signUp.working') : undefined}
      footer={t.rich('signUp.instead', {
        link: (words) => (
          <TextLink href={{ pathname: '/sign-in', query: next ? { next } : {} }}>{words}</TextLink>
        ),
      })}
    >
      <SignUpForm
        next={next}
        role={joining ? 'STUDENT' : working ? 'EMPLOYEE' : undefined}
        appointment={appointment}
        demo={demo}
      />
    </AuthCard>
  )
}

export default withWords(['account'], SignUpPage)
