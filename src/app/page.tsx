import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { homeOf } from '@/components/layout/areas'
import { PublicShell } from '@/components/layout/public-shell'
import { LinkButton } from '@/components/ui/link-button'
import { Welcome } from '@/components/welcome/welcome'
import { withWords } from '@/components/words/with-words'
import { currentUser } from '@/server/sign-in/current-user'
import { demoOffered } from '@/server/sign-in/demo-door'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('about')
  return { title: { absolute: `${t('start.title')} · Clockface` }, description: t('start.description') }
}

async function StartPage() {
  const user = await currentUser()
  if (user) redirect(homeOf(user.roles))
  const t = await getTranslations('welcome')
  return (
    <PublicShell
      actions={
        <LinkButton href="/sign-in" variant="secondary" size="sm">
          {t('signIn')}
        </LinkButton>
      }
    >
      <Welcome demo={await demoOffered()} />
    </PublicShell>
  )
}

export default withWords(['demo'], StartPage)
