import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { SiteFooter } from '@/components/about/site-footer'
import { Link } from '@/components/ui/link'
import { Logo } from './logo'
import { SkipLink } from './skip-link'
import { ThemeMenu } from './theme-menu'

/** What stands around pages for people who are not signed in. */
export function PublicShell({ actions, children }: { actions?: ReactNode; children: ReactNode }) {
  const t = useTranslations('layout')
  return (
    <div className="flex flex-1 flex-col">
      <SkipLink />
      <header className="mx-auto flex h-18 w-full max-w-app items-center gap-2 px-4 sm:px-6">
        <Link href="/" aria-label={t('start')} className="flex rounded-md">
          <Logo />
        </Link>
        <div className="ms-auto flex items-center gap-1">
          <ThemeMenu />
          {actions}
        </div>
      </header>
      <main id="main" tabIndex={-1} className="flex flex-1 flex-col outline-none">
        {children}
      </main>
      <SiteFooter />
    </div>
  )
}
