'use client'

import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { ActionError } from '@/components/providers/action-error'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { fieldError } from '@/domain/field-errors'
import { parseWage } from '@/domain/money'
import { dayOf } from '@/domain/time'
import type { TeamPlace } from './team-place'
import { useReloadTeam } from './use-reload-team'
import type { WorkLink } from './work-link-dialog'

interface InviteDialogProps {
  workplace: TeamPlace
  onClose: () => void
  onLink: (link: WorkLink) => void
}

/** Asks one person: by a link, and by their email where it is known. */
export function InviteDialog({ workplace, onClose, onLink }: InviteDialogProps) {
  const t = useTranslations('employments')
  const ui = useTranslations('ui')
  const trpc = useTRPC()
  const reload = useReloadTeam()
  const { id: workplaceId, currency, timeZone, may } = workplace
  const [form, setForm] = useState({
    ...{ email: '', name: '', jobTitle: '', rate: '' },
    startedOn: dayOf(new Date(), timeZone),
  })
  const set = (field: keyof typeof form) => ({
    value: form[field],
    onChange: (event: { target: { value: string } }) => setForm({ ...form, [field]: event.target.value }),
  })
  const minorPerHour = form.rate.trim() ? parseWage(form.rate, currency) : undefined
  const invite = useMutation(
    trpc.employments.invite.mutationOptions({
      onSuccess: async (link) => {
        await reload()
        onLink(link)
      },
    }),
  )

  function submit(event: FormEvent) {
    event.preventDefault()
    if (minorPerHour === null || invite.isPending) return
    const { email, name, jobTitle, startedOn } = form
    invite.mutate({
      ...{ workplaceId, startedOn },
      ...(email.trim() && { email }),
      ...(name.trim() && { name }),
      ...(jobTitle.trim() && { jobTitle }),
      ...(minorPerHour !== undefined && { minorPerHour }),
    })
  }

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('invite.title')}
      description={t('invite.description')}
      footer={
        <>
          <Button variant="secondary" onClick={onClose}>
            {ui('cancel')}
          </Button>
          <Button type="submit" form="invite-to-work" loading={invite.isPending}>
            {t('invite.make')}
          </Button>
        </>
      }
    >
      <form id="invite-to-work" noValidate onSubmit={submit} className="grid gap-4">
        <Field label={t('invite.email')} optional>
          <Input type="email" autoComplete="off" {...set('email')} />
        </Field>
        <Field label={t('terms.jobTitle')} optional>
          <Input maxLength={80} {...set('jobTitle')} />
        </Field>
        <Field label={t('list.startedOn')}>
          <Input type="date" {...set('startedOn')} />
        </Field>
        {may.seesWages && (
          <Field
            label={t('invite.rate', { currency })}
            optional
            error={minorPerHour === null ? fieldError('amount_unclear') : undefined}
          >
            <Input inputMode="decimal" autoComplete="off" {...set('rate')} />
          </Field>
        )}
        <ActionError error={invite.error} />
      </form>
    </Dialog>
  )
}
