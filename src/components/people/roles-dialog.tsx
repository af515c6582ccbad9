'use client'

import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ReasonDialog } from '@/components/admin/reason-dialog'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Checkbox } from '@/components/ui/checkbox'
import { roles as allRoles } from '@/domain/roles'
import type { Person } from './person'
import { useAccountsChanged } from './use-accounts-changed'

/** Everything that somebody is from now on. */
export function RolesDialog({ person, onClose }: { person: Person; onClose: () => void }) {
  const { id: userId, name } = person
  const t = useTranslations('people')
  const trpc = useTRPC()
  const [roles, setRoles] = useState(person.roles)
  const save = useMutation(trpc.people.setRoles.mutationOptions({ onSuccess: useAccountsChanged() }))
  return (
    <ReasonDialog
      title={t('roles.title', { name })}
      text={t('roles.text')}
      confirm={t('roles.save')}
      done={t('roles.done', { name })}
      onClose={onClose}
      act={(reason) => save.mutateAsync({ userId, roles, reason })}
    >
      <fieldset>
        <legend className="font-semibold">{t('roles.legend')}</legend>
        {allRoles.map((role) => (
          <Checkbox
            key={role}
            label={t('role.name', { role })}
            checked={roles.includes(role)}
            onChange={({ target }) =>
              setRoles(target.checked ? [...roles, role] : roles.filter((one) => one !== role))
            }
          />
        ))}
      </fieldset>
    </ReasonDialog>
  )
}
