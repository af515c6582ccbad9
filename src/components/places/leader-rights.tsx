'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ActionError } from '@/components/providers/action-error'
import type { ApiOutput } from '@/components/providers/api-output'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Dialog } from '@/components/ui/dialog'
import { toast } from '@/components/ui/toast'
import type { LeaderRights } from '@/domain/workplaces-schema'

type Leader = ApiOutput['places']['leaders']['leaders'][number]

export type RightsForm = LeaderRights

export const noRights: RightsForm = { mayApprove: false, seesWages: false, mayPay: false }

const names = ['mayApprove', 'seesWages', 'mayPay'] as const

/** Whoever pays sees what: the one brings the other. */
export const rightsIn = (form: RightsForm): LeaderRights => ({
  ...form,
  seesWages: form.seesWages || form.mayPay,
})

interface RightsFieldsProps {
  value: RightsForm
  onChange: (rights: RightsForm) => void
}

export function RightsFields({ value, onChange }: RightsFieldsProps) {
  const t = useTranslations('places')
  const shown = rightsIn(value)
  return (
    <fieldset>
      <legend className="font-semibold text-sm">{t('rights.legend')}</legend>
      {names.map((name) => (
        <Checkbox
          key={name}
          label={t(`rights.${name}`)}
          checked={shown[name]}
          disabled={name === 'seesWages' && value.mayPay}
          onChange={(event) => onChange({ ...value, [name]: event.target.checked })}
        />
      ))}
    </fieldset>
  )
}

interface LeaderRightsDialogProps {
  workplaceId: string
  leader: Leader
  onClose: () => void
}

/** What somebody who assists at a workplace may do with hours and pay. */
export function LeaderRightsDialog({ workplaceId, leader, onClose }: LeaderRightsDialogProps) {
  const t = useTranslations('places')
  const ui = useTranslations('ui')
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { id: userId, name, mayApprove, seesWages, mayPay } = leader
  const [rights, setRights] = useState<RightsForm>({ mayApprove, seesWages, mayPay })
  const save = useMutation(
    trpc.workplaces.setRights.mutationOptions({
      onSuccess: async () => {
        await queries.invalidateQueries(trpc.places.leaders.pathFilter())
        toast.success(t('rights.saved', { name }))
        onClose()
      },
    }),
  )
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('rights.title', { name })}
      description={t('rights.hint')}
      footer={
        <>
          <Button variant="secondary" onClick={onClose}>
            {ui('cancel')}
          </Button>
          <Button
            loading={save.isPending}
            onClick={() => save.mutate({ workplaceId, userId, ...rightsIn(rights) })}
          >
            {ui('save')}
          </Button>
        </>
      }
    >
      <RightsFields value={rights} onChange={setRights} />
      <ActionError error={save.error} />
    </Dialog>
  )
}

/** What they may beyond assisting; nothing for owners, who may all of it. */
export function RightBadges({ leader: { mayApprove, seesWages, mayPay } }: { leader: LeaderRights }) {
  const t = useTranslations('places')
  if (!mayApprove && !seesWages) return null
  return (
    <p className="mt-1 flex flex-wrap gap-1">
      {mayApprove && <Badge>{t('rights.badge.APPROVE')}</Badge>}
      {seesWages && <Badge>{t('rights.badge.WAGES')}</Badge>}
      {mayPay && <Badge>{t('rights.badge.PAY')}</Badge>}
    </p>
  )
}
