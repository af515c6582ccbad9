'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { ActionError } from '@/components/providers/action-error'
import type { ApiOutput } from '@/components/providers/api-output'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Button } from '@/components/ui/button'
import { Card, CardHeader } from '@/components/ui/card'
import { checkedBy } from '@/components/ui/checked'
import { EmailAddress } from '@/components/ui/email-address'
import { Field } from '@/components/ui/field'
import { FormError } from '@/components/ui/form-error'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { useTimeText } from '@/components/ui/time'
import { toast } from '@/components/ui/toast'
import { useErrorText } from '@/components/words/error-words'
import { appointedRoles } from '@/domain/appointments'
import type { InviteToRoleInput } from '@/domain/appointments-schema'
import { HandedLink } from './handed-link'

/** Invites people who have no account yet to teach or to employ, and shows who was. */
export function InviteCard() {
  const t = useTranslations('appointments')
  const errorText = useErrorText()
  const trpc = useTRPC()
  const queries = useQueryClient()
  const invitations = useQuery(trpc.appointments.invitations.queryOptions())
  const [made, setMade] = useState<{ path: string; email: string } | null>(null)
  const { register, handleSubmit, reset, formState } = useForm<InviteToRoleInput>({
    resolver: checkedBy(() =>
      import('@/domain/appointments-schema').then(({ inviteToRoleSchema }) => inviteToRoleSchema),
    ),
    defaultValues: { email: '', role: 'TEACHER' },
  })
  const invite = useMutation(
    trpc.appointments.invite.mutationOptions({
      onSuccess: async ({ path }, { email, role }) => {
        if (path) setMade({ path, email })
        else toast.success(t('invite.sent', { email }))
        reset({ email: '', role })
        await queries.invalidateQueries(trpc.appointments.invitations.pathFilter())
      },
    }),
  )
  return (
    <Card>
      <CardHeader title={t('invite.title')} description={t('invite.hint')} />
      <form onSubmit={handleSubmit((input) => invite.mutate(input))} noValidate className="grid gap-4">
        <div className="flex flex-wrap items-start gap-3">
          <Field
            label={t('invite.email')}
            error={formState.errors.email?.message}
            className="flex-1 basis-60"
          >
            <Input type="email" autoComplete="off" {...register('email')} />
          </Field>
          <Field label={t('invite.role')} className="basis-40 max-sm:grow">
            <Select {...register('role')}>
              {appointedRoles.map((role) => (
                <option key={role} value={role}>
                  {t('invite.roles', { role })}
                </option>
              ))}
            </Select>
          </Field>
        </div>
        <FormError>{invite.error && errorText(invite.error)}</FormError>
        <Button type="submit" loading={invite.isPending} className="justify-self-start">
          {t('invite.act')}
        </Button>
      </form>
      {invitations.data && invitations.data.length > 0 && (
        <ul aria-label={t('invite.standing')} className="mt-4 divide-y border-t">
          {invitations.data.map((invitation) => (
            <InvitationRow key={invitation.id} invitation={invitation} />
          ))}
        </ul>
      )}
      <ActionError error={invitations.error} />
      {made && (
        <HandedLink
          path={made.path}
          about={t('link.invitation', { email: made.email })}
          onClose={() => setMade(null)}
        />
      )}
    </Card>
  )
}

interface InvitationRowProps {
  invitation: ApiOutput['appointments']['invitations'][number]
}

function InvitationRow({ invitation: { id, email, role, expiresAt } }: InvitationRowProps) {
  const t = useTranslations('appointments')
  const timeText = useTimeText()
  const trpc = useTRPC()
  const queries = useQueryClient()
  const withdraw = useMutation(
    trpc.appointments.withdraw.mutationOptions({
      onSuccess: () => queries.invalidateQueries(trpc.appointments.invitations.pathFilter()),
    }),
  )
  return (
    <li className="flex flex-wrap items-center gap-3 py-3">
      <div className="min-w-0 flex-1 basis-60">
        <EmailAddress>{email}</EmailAddress>
        <p className="text-muted text-sm">
          {t('invite.until', { role, day: timeText(expiresAt, undefined, 'date') })}
        </p>
      </div>
      <Button
        size="sm"
        variant="ghost"
        loading={withdraw.isPending}
        onClick={() => withdraw.mutate({ invitationId: id })}
        aria-label={t('invite.withdrawNamed', { email })}
      >
        {t('invite.withdraw')}
      </Button>
      <ActionError error={withdraw.error} />
    </li>
  )
}
