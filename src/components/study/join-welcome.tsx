import { useTranslations } from 'next-intl'
import { DialBackdrop } from '@/components/layout/dial-backdrop'
import { PublicShell } from '@/components/layout/public-shell'
import { Card } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'

/** For somebody who scanned a code and is not signed in: most have no account yet. */
export function JoinWelcome({ code }: { code: string }) {
  const t = useTranslations('study')
  const query = { next: `/join/${code}` }
  return (
    <PublicShell>
      <div className="relative flex flex-1 items-start justify-center overflow-hidden px-4 pt-4 pb-12 sm:items-center">
        <DialBackdrop />
        <Card className="relative w-full max-w-form p-5! shadow-md! sm:p-8!">
          <h1 className="font-bold text-2xl tracking-tight">{t('welcome.title')}</h1>
          <p className="mt-1 text-muted">{t('welcome.text')}</p>
          <p className="my-6 rounded-md bg-sunken px-4 py-3 text-center">
            <span className="block text-muted text-sm">{t('join.code')}</span>
            <span className="font-bold text-2xl tracking-[0.2em]">{code}</span>
          </p>
          <div className="grid gap-2.5">
            <LinkButton size="lg" href={{ pathname: '/sign-up', query }}>
              {t('welcome.signUp')}
            </LinkButton>
            <LinkButton size="lg" variant="secondary" href={{ pathname: '/sign-in', query }}>
              {t('welcome.signIn')}
            </LinkButton>
          </div>
        </Card>
      </div>
    </PublicShell>
  )
}
