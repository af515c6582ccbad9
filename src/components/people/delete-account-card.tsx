'use client'

import { useMutation, useQuery } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'next-intl'
import { type FormEvent, useId, useState } from 'react'
import { ActionError } from '@/components/providers/action-error'
import type { ApiOutput } from '@/components/providers/api-output'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Button } from '@/components/ui/button'
import { Card, CardHeader } from '@/components/ui/card'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { FormError } from '@/components/ui/form-error'
import { Notice } from '@/components/ui/notice'
import { PasswordInput } from '@/components/ui/password-input'
import { TextLink } from '@/components/ui/text-link'
import { useErrorText } from '@/components/words/error-words'
import { languageOf } from '@/domain/locale'
import { formerAs } from '@/domain/people'
import type { Role } from '@/domain/roles'

type Deletion = ApiOutput['people']['deletion']

/** What deleting the account does and what stays, what is to be done before, and the way to do it. */
export function DeleteAccountCard({ roles }: { roles: readonly Role[] }) {
  const t = useTranslations('account')
  const trpc = useTRPC()
  const { data, error } = useQuery(trpc.people.deletion.queryOptions())
  const [asked, setAsked] = useState(false)
  return (
    <Card>
      <CardHeader title={t('deletion.title')} description={t('deletion.hint')} />
      <ActionError error={error} />
      {data && (
        <div className="grid gap-3">
          <p>{t('deletion.gone')}</p>
          <p>{t('deletion.stays', { former: t('former', { role: formerAs(roles) }) })}</p>
          {data.kept.map(({ workplace, years }) => (
            <p key={workplace}>{t('deletion.kept', { workplace, years })}</p>
          ))}
          <WayToDelete deletion={data} onAsk={() => setAsked(true)} />
        </div>
      )}
      {asked && <DeleteDialog onClose={() => setAsked(false)} />}
    </Card>
  )
}

const pageOf = { CLASS: '/teach/classes', WORKPLACE: '/employ/workplaces' } as const

function WayToDelete({ deletion, onAsk }: { deletion: Deletion; onAsk: () => void }) {
  const t = useTranslations('account')
  if (deletion.ofDemo) return <Notice>{t('deletion.ofDemo')}</Notice>
  if (deletion.places.length === 0)
    return (
      <Button variant="danger" onClick={onAsk} className="justify-self-start">
        {t('deletion.open')}
      </Button>
    )
  return (
    <Notice tone="caution" title={t('deletion.ownsFirst')}>
      <p>{t('deletion.ownsHint')}</p>
      <ul className="mt-1 list-disc ps-5">
        {deletion.places.map(({ id, kind, name }) => (
          <li key={id} translate="no">
            <TextLink href={`${pageOf[kind]}/${id}`}>{name}</TextLink>
          </li>
        ))}
      </ul>
    </Notice>
  )
}

function DeleteDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('account')
  const ui = useTranslations('ui')
  const locale = languageOf(useLocale())
  const errorText = useErrorText()
  const trpc = useTRPC()
  const form = useId()
  const [password, setPassword] = useState('')
  const remove = useMutation(
    // Signed out by it: the first page says nothing of anybody.
    trpc.people.deleteOwn.mutationOptions({ onSuccess: () => window.location.assign('/') }),
  )
  function submit(event: FormEvent) {
    event.preventDefault()
    remove.mutate({ password, locale })
  }
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('deletion.question')}
      description={t('deletion.gone')}
      footer={
        <>
          <Button variant="secondary" onClick={onClose}>
            {ui('cancel')}
          </Button>
          <Button type="submit" form={form} variant="danger" loading={remove.isPending || remove.isSuccess}>
            {t('deletion.confirm')}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} noValidate className="grid gap-4">
        <Field label={t('deletion.password')}>
          <PasswordInput
            autoComplete="current-password"
            value={password}
            onChange={({ target }) => setPassword(target.value)}
          />
        </Field>
        <FormError>{remove.error && errorText(remove.error)}</FormError>
      </form>
    </Dialog>
  )
}
