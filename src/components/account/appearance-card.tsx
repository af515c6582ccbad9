'use client'

import { useTranslations } from 'next-intl'
import { useTheme } from 'next-themes'
import { useSyncExternalStore } from 'react'
import { useThemeOptions } from '@/components/layout/theme-menu'
import { Card } from '@/components/ui/card'
import { RadioCards } from '@/components/ui/radio-cards'

const never = () => () => {}

export function AppearanceCard() {
  const t = useTranslations('account')
  const options = useThemeOptions()
  const { theme, setTheme } = useTheme()
  // The server does not know the choice, so none is marked until the browser has taken over.
  const ready = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  return (
    <Card>
      <h2 className="mb-4 font-bold text-lg">{t('appearance.title')}</h2>
      <RadioCards
        legend={t('appearance.legend')}
        name="theme"
        columns={3}
        options={options}
        value={ready ? (theme ?? 'system') : ''}
        onChange={(event) => setTheme(event.target.value)}
      />
    </Card>
  )
}
