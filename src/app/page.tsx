import { redirect } from 'next/navigation'
import { homeOf } from '@/components/layout/areas'
import { PublicShell } from '@/components/layout/public-shell'
import { LinkButton } from '@/components/ui/link-button'
import { Welcome } from '@/components/welcome/welcome'
import { currentUser } from '@/server/sign-in/current-user'
import { demoOffered } from '@/server/sign-in/demo-door'

export default async function StartPage() {
  const user = await currentUser()
  if (user) redirect(homeOf(user.roles))
  return (
    <PublicShell
      actions={
        <LinkButton href="/sign-in" variant="secondary" size="sm">
          Sign in
        </LinkButton>
      }
    >
      <Welcome demo={await demoOffered()} />
      <footer className="mt-auto border-t">
        <p className="mx-auto w-full max-w-app px-4 py-6 text-muted text-sm sm:px-6">
          Clockface {process.env.CLOCKFACE_VERSION}. Free software under the MIT licence.
        </p>
      </footer>
    </PublicShell>
  )
}
