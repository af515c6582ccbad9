'use client'

import { ChevronsUpDown } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { Button } from '@/components/ui/button'
import { DropdownMenu, MenuLabel, MenuRadio } from '@/components/ui/dropdown-menu'
import type { Role } from '@/domain/roles'
import { type Area, areasOf } from './areas'

/** For people with several roles: which of them the screen serves now. */
export function RoleSwitcher({ area, roles }: { area: Area; roles: readonly Role[] }) {
  const router = useRouter()
  const own = areasOf(roles)
  if (own.length < 2) return null
  const current = own.find((candidate) => candidate.area === area)

  return (
    <DropdownMenu
      align="start"
      trigger={
        <Button
          variant="secondary"
          size="sm"
          className="pe-2"
          aria-label={`You are in: ${current?.label ?? 'Account'}. Switch`}
        >
          {current?.label ?? 'Account'}
          <ChevronsUpDown aria-hidden="true" className="text-muted" />
        </Button>
      }
    >
      <MenuLabel>Switch to</MenuLabel>
      <MenuRadio
        label="Switch to"
        value={current?.area ?? ''}
        onValueChange={(value) => {
          const target = own.find((candidate) => candidate.area === value)
          if (target) router.push(target.home)
        }}
        options={own.map((candidate) => ({ value: candidate.area, label: candidate.label }))}
      />
    </DropdownMenu>
  )
}
