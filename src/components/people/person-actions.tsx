'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ReasonDialog } from '@/components/admin/reason-dialog'
import { HandedLink } from '@/components/appointments/handed-link'
import { ActionError } from '@/components/providers/action-error'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { Person } from './person'
import { RolesDialog } from './roles-dialog'
import { useAccountsChanged } from './use-accounts-changed'

type Wish = 'disable' | 'enable' | 'signOut'

/** What an administrator may do with somebody's account. */
export function PersonActions({ person }: { person: Person }) {
  const t = useTranslations('people')
  const [asked, setAsked] = useState<Wish | 'roles' | null>(null)
  const close = () => setAsked(null)
  return (
    <>
      <Button variant="secondary" onClick={() => setAsked('roles')}>
        {t('act.roles')}
      </Button>
      {!person.disabledAt && <ResetButton person={person} />}
      {person.signIns > 0 && (
        <Button variant="secondary" onClick={() => setAsked('signOut')}>
          {t('act.signOut')}
        </Button>
      )}
      <Button
        variant={person.disabledAt ? 'primary' : 'danger'}
        onClick={() => setAsked(person.disabledAt ? 'enable' : 'disable')}
      >
        {t(person.disabledAt ? 'act.enable' : 'act.disable')}
      </Button>
      {asked === 'roles' && <RolesDialog person={person} onClose={close} />}
      {asked !== null && asked !== 'roles' && <WishDialog wish={asked} person={person} onClose={close} />}
    </>
  )
}

interface WishDialogProps {
  wish: Wish
  person: Person
  onClose: () => void
}

function WishDialog({ wish, person: { id: userId, name }, onClose }: WishDialogProps) {
  const t = useTranslations('people')
  const trpc = useTRPC()
  const options = { onSuccess: useAccountsChanged() }
  const acts = {
    disable: useMutation(trpc.people.disable.mutationOptions(options)),
    enable: useMutation(trpc.people.enable.mutationOptions(options)),
    signOut: useMutation(trpc.people.endSignIns.mutationOptions(options)),
  }
  return (
    <ReasonDialog
      title={t(`wish.${wish}.title`, { name })}
      text={t(`wish.${wish}.text`)}
      confirm={t(`act.${wish}`)}
      done={t(`wish.${wish}.done`, { name })}
      tone={wish === 'disable' ? 'danger' : 'primary'}
      onClose={onClose}
      act={(reason) => acts[wish].mutateAsync({ userId, reason })}
    />
  )
}

/** A way to a new password: by mail, or as a link to hand over where none goes out. */
function ResetButton({ person: { id: userId, name, email } }: { person: Person }) {
  const t = useTranslations('people')
  const words = useTranslations('appointments')
  const trpc = useTRPC()
  const queries = useQueryClient()
  const [path, setPath] = useState<string | null>(null)
  const make = useMutation(
    trpc.passwordReset.handOut.mutationOptions({
      onSuccess: async (made) => {
        setPath(made.path)
        await queries.invalidateQueries(trpc.admin.pathFilter())
      },
    }),
  )
  return (
    <>
      <Button variant="secondary" loading={make.isPending} onClick={() => make.mutate({ userId })}>
        {t('act.reset')}
      </Button>
      {make.isSuccess && make.data.path === null && (
        <Notice tone="positive" className="order-last w-full">
          {t('reset.mailed', { email })}
        </Notice>
      )}
      <ActionError error={make.error} />
      {path && (
        <HandedLink path={path} about={words('link.password', { name })} onClose={() => setPath(null)} />
      )}
    </>
  )
}
