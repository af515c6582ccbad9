'use client'

import { CircleHelp, LogOut, ShieldCheck, UserRound } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Avatar } from '@/components/ui/avatar'
import { DropdownMenu, MenuItem, MenuSeparator } from '@/components/ui/dropdown-menu'
import { EmailAddress } from '@/components/ui/email-address'
import { Link } from '@/components/ui/link'
import { leave } from './sign-out'

export function AccountMenu({ name, email }: { name: string; email: string }) {
  const t = useTranslations('layout')
  return (
    <DropdownMenu
      trigger={
        <button
          type="button"
          aria-label={t('accountMenu.of', { name })}
          className="grid size-11 shrink-0 place-items-center rounded-full hover:bg-neutral-soft"
        >
          <Avatar name={name} size="sm" className="size-9!" />
        </button>
      }
    >
      <div className="px-3 py-2">
        <p translate="no" className="wrap-anywhere font-semibold">
          {name}
        </p>
        <p className="text-muted text-sm">
          <EmailAddress>{email}</EmailAddress>
        </p>
      </div>
      <MenuSeparator />
      <MenuItem asChild>
        <Link href="/account">
          <UserRound aria-hidden="true" />
          {t('accountMenu.settings')}
        </Link>
      </MenuItem>
      <MenuItem asChild>
        <Link href="/help">
          <CircleHelp aria-hidden="true" />
          {t('about.help')}
        </Link>
      </MenuItem>
      <MenuItem asChild>
        <Link href="/privacy">
          <ShieldCheck aria-hidden="true" />
          {t('about.privacy')}
        </Link>
      </MenuItem>
      <MenuItem icon={<LogOut aria-hidden="true" />} onSelect={leave}>
        {t('signOut')}
      </MenuItem>
    </DropdownMenu>
  )
}
