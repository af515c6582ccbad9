'use client'

import { ChevronsUpDown } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { DropdownMenu, MenuLabel, MenuRadio } from '@/components/ui/dropdown-menu'
import type { Role } from '@/domain/roles'
import { type Area, areasOf } from './areas'

/** For people with several roles: which of them the screen serves now. */
export function RoleSwitcher({ area, roles }: { area: Area; roles: readonly Role[] }) {
  const t = useTranslations('layout')
  const router = useRouter()
  const own = areasOf(roles)
  if (own.length < 2) return null
  const current = own.find((candidate) => candidate.area === area)
  const here = t(`areas.${current?.area ?? 'account'}`)

  return (
    <DropdownMenu
      align="start"
      trigger={
        <Button
          variant="secondary"
          size="sm"
          className="pe-2"
          aria-label={t('switcher.current', { area: here })}
        >
          {here}
          <ChevronsUpDown aria-hidden="true" className="text-muted" />
        </Button>
      }
    >
      <MenuLabel>{t('switcher.label')}</MenuLabel>
      <MenuRadio
        label={t('switcher.label')}
        value={current?.area ?? ''}
        onValueChange={(value) => {
          const target = own.find((candidate) => candidate.area === value)
          if (target) router.push(target.home)
        }}
        options={own.map((candidate) => ({ value: candidate.area, label: t(`areas.${candidate.area}`) }))}
      />
    </DropdownMenu>
  )
}
