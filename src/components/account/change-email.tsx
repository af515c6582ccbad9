'use client'

import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type FormEvent, useId, useState } from 'react'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Button } from '@/components/ui/button'
import { checked } from '@/components/ui/checked'
import { Dialog } from '@/components/ui/dialog'
import { fetchEmailSchema } from '@/components/ui/email-schema'
import { Field } from '@/components/ui/field'
import { FormError } from '@/components/ui/form-error'
import { Input } from '@/components/ui/input'
import { Notice } from '@/components/ui/notice'
import { PasswordInput } from '@/components/ui/password-input'
import { useErrorText } from '@/components/words/error-words'

/** The way to another address for one's account. What has to be done then stays on the page. */
export function ChangeEmail() {
  const t = useTranslations('account')
  const [asked, setAsked] = useState(false)
  const [told, setTold] = useState<{ email: string; mailed: boolean } | null>(null)
  return (
    <div className="grid gap-3">
      {told && (
        <Notice tone="positive">
          {told.mailed
            ? t('newEmail.mailed', { email: told.email })
            : t('newEmail.changed', { email: told.email })}
        </Notice>
      )}
      <Button variant="secondary" className="justify-self-start" onClick={() => setAsked(true)}>
        {t('newEmail.open')}
      </Button>
      {asked && <ChangeEmailDialog onClose={() => setAsked(false)} onDone={setTold} />}
    </div>
  )
}

interface ChangeEmailDialogProps {
  onClose: () => void
  onDone: (told: { email: string; mailed: boolean }) => void
}

function ChangeEmailDialog({ onClose, onDone }: ChangeEmailDialogProps) {
  const t = useTranslations('account')
  const ui = useTranslations('ui')
  const errorText = useErrorText()
  const trpc = useTRPC()
  const router = useRouter()
  const form = useId()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [problem, setProblem] = useState<string>()
  const change = useMutation(
    trpc.account.changeEmail.mutationOptions({
      onSuccess: ({ mailed }, input) => {
        onDone({ email: input.email, mailed })
        onClose()
        router.refresh()
      },
    }),
  )
  async function submit(event: FormEvent) {
    event.preventDefault()
    // It stands in the form of the profile, to which its events go up too.
    event.stopPropagation()
    const { data, problem } = await checked(fetchEmailSchema, email)
    setProblem(problem)
    if (data !== undefined) change.mutate({ email: data, password })
  }
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('newEmail.title')}
      description={t('newEmail.hint')}
      footer={
        <>
          <Button variant="secondary" onClick={onClose}>
            {ui('cancel')}
          </Button>
          <Button type="submit" form={form} loading={change.isPending}>
            {t('newEmail.act')}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} noValidate className="grid gap-4">
        <Field label={t('newEmail.email')} error={problem}>
          <Input
            type="email"
            autoComplete="email"
            value={email}
            onChange={({ target }) => setEmail(target.value)}
          />
        </Field>
        <Field label={t('newEmail.password')}>
          <PasswordInput
            autoComplete="current-password"
            value={password}
            onChange={({ target }) => setPassword(target.value)}
          />
        </Field>
        <FormError>{change.error && errorText(change.error)}</FormError>
      </form>
    </Dialog>
  )
}
