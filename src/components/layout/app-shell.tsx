import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { KeptMarks } from '@/components/attendance/kept-marks'
import { SignedOutNotice } from '@/components/live/signed-out-notice'
import { classNames } from '@/components/ui/class-names'
import { Link } from '@/components/ui/link'
import type { Role } from '@/domain/roles'
import { AccountMenu } from './account-menu'
import { type Area, homeOf, isWide, linksOf } from './areas'
import { Logo } from './logo'
import { BottomNavigation, HeaderNavigation } from './navigation'
import { RoleSwitcher } from './role-switcher'
import { SkipLink } from './skip-link'
import { ThemeMenu } from './theme-menu'

interface AppShellProps {
  user: { id: string; name: string; email: string; roles: readonly Role[]; until: Date }
  area: Area
  children: ReactNode
}

/** What stands around every page of a signed-in person. */
export function AppShell({ user, area, children }: AppShellProps) {
  const t = useTranslations('layout')
  const links = linksOf(area, user.roles)
  return (
    <div data-wide={isWide(area) ? '' : undefined} className="flex flex-1 flex-col">
      <SkipLink />
      {/* Where the browser has no network its banner stands on top instead. */}
      <header className="sticky top-0 z-30 border-b bg-surface [:root:has([data-offline])_&]:static print:hidden">
        <div className="mx-auto flex h-16 max-w-app items-center gap-2 px-4 sm:gap-4 sm:px-6">
          <Link href={homeOf(user.roles)} aria-label={t('ownStart')} className="flex rounded-md">
            <Logo compact />
          </Link>
          <RoleSwitcher area={area} roles={user.roles} />
          <HeaderNavigation links={links} />
          <div className="ms-auto flex items-center gap-1">
            {/* On the narrowest phones there is no room; the account page has the choice too. */}
            <div className="max-[22rem]:hidden">
              <ThemeMenu />
            </div>
            <AccountMenu name={user.name} email={user.email} />
          </div>
        </div>
      </header>
      <SignedOutNotice viewerId={user.id} until={user.until} />
      {user.roles.includes('TEACHER') && <KeptMarks viewerId={user.id} />}
      <main
        id="main"
        tabIndex={-1}
        className={classNames(
          'mx-auto w-full max-w-app flex-1 px-4 py-6 outline-none sm:px-6 sm:py-10 print:p-0',
          links.length > 1 && 'max-sm:pb-28',
        )}
      >
        {children}
      </main>
      <BottomNavigation links={links} />
    </div>
  )
}
