'use client'

import { Monitor, Moon, Sun } from 'lucide-react'
import { useTheme } from 'next-themes'
import { DropdownMenu, MenuLabel, MenuRadio } from '@/components/ui/dropdown-menu'
import { IconButton } from '@/components/ui/icon-button'

export const themeOptions = [
  { value: 'light', label: 'Light', icon: <Sun aria-hidden="true" /> },
  { value: 'dark', label: 'Dark', icon: <Moon aria-hidden="true" /> },
  { value: 'system', label: 'Like the device', icon: <Monitor aria-hidden="true" /> },
] as const

export function ThemeMenu() {
  const { theme, setTheme } = useTheme()
  // Which icon shows is decided by CSS, because the server does not know the theme.
  const icon = (
    <>
      <Sun className="dark:hidden" />
      <Moon className="hidden dark:block" />
    </>
  )
  return (
    <DropdownMenu trigger={<IconButton label="Appearance" icon={icon} tooltip={false} />}>
      <MenuLabel>Appearance</MenuLabel>
      <MenuRadio
        label="Appearance"
        value={theme ?? 'system'}
        onValueChange={setTheme}
        options={themeOptions}
      />
    </DropdownMenu>
  )
}
