'use client'

import { Monitor, Moon, Sun } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useTheme } from 'next-themes'
import { DropdownMenu, MenuLabel, MenuRadio } from '@/components/ui/dropdown-menu'
import { IconButton } from '@/components/ui/icon-button'

const themes = [
  { value: 'light', icon: <Sun aria-hidden="true" /> },
  { value: 'dark', icon: <Moon aria-hidden="true" /> },
  { value: 'system', icon: <Monitor aria-hidden="true" /> },
] as const

/** What the appearance can be, in the reader's words. */
export function useThemeOptions() {
  const t = useTranslations('layout')
  return themes.map(({ value, icon }) => ({ value, icon, label: t(`theme.${value}`) }))
}

export function ThemeMenu() {
  const t = useTranslations('layout')
  const options = useThemeOptions()
  const { theme, setTheme } = useTheme()
  // Which icon shows is decided by CSS, because the server does not know the theme.
  const icon = (
    <>
      <Sun className="dark:hidden" />
      <Moon className="hidden dark:block" />
    </>
  )
  return (
    <DropdownMenu trigger={<IconButton label={t('appearance')} icon={icon} tooltip={false} />}>
      <MenuLabel>{t('appearance')}</MenuLabel>
      <MenuRadio
        label={t('appearance')}
        value={theme ?? 'system'}
        onValueChange={setTheme}
        options={options}
      />
    </DropdownMenu>
  )
}
