import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { homeOf } from '@/components/layout/areas'
import { PublicShell } from '@/components/layout/public-shell'
import { LinkButton } from '@/components/ui/link-button'
import { Welcome } from '@/components/welcome/welcome'
import { currentUser } from '@/server/sign-in/current-user'

export default async function StartPage() {
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
      <Welcome />
      <footer className="mt-auto border-t">
        <p className="mx-auto w-full max-w-app px-4 py-6 text-muted text-sm sm:px-6">
          {t('footer', { version: process.env.CLOCKFACE_VERSION ?? '' })}
        </p>
      </footer>
    </PublicShell>
  )
}
