'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { Button } from '@/components/ui/button'
import { checked } from '@/components/ui/checked'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { FormError } from '@/components/ui/form-error'
import { Input } from '@/components/ui/input'
import { toast } from '@/components/ui/toast'
import { useErrorText } from '@/components/words/error-words'

const reasons = () => import('@/domain/employments-schema').then(({ reasonSchema }) => reasonSchema)

interface ReasonDialogProps {
  title: string
  /** What will be so afterwards. */
  text: string
  confirm: string
  done: string
  tone?: 'danger' | 'primary'
  /** What else it asks for, above the reason. */
  children?: ReactNode
  /** Whether what else it asks for is filled in; says itself what is missing. */
  isReady?: () => boolean | Promise<boolean>
  /** Does it with this reason; the dialog stays open with the message when it throws. */
  act: (reason: string) => Promise<unknown>
  onClose: () => void
}

/** Decides about somebody or something, with a reason that stays in the history. */
export function ReasonDialog({ title, text, confirm, done, tone = 'primary', ...rest }: ReasonDialogProps) {
  const { children, isReady = () => true, act, onClose } = rest
  const t = useTranslations('admin')
  const ui = useTranslations('ui')
  const errorText = useErrorText()
  const form = useId()
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState<string>()
  const [error, setError] = useState<string>()
  const [pending, setPending] = useState(false)

  async function submit(event: FormEvent) {
    event.preventDefault()
    const { data, problem } = await checked(reasons, reason)
    setProblem(problem)
    if (!(await isReady()) || data === undefined) return
    setPending(true)
    setError(undefined)
    try {
      await act(data)
      toast.success(done)
      onClose()
    } catch (thrown) {
      setError(errorText(thrown))
      setPending(false)
    }
  }

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={title}
      description={text}
      footer={
        <>
          <Button variant="secondary" onClick={onClose}>
            {ui('cancel')}
          </Button>
          <Button type="submit" form={form} variant={tone} loading={pending}>
            {confirm}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} noValidate className="grid gap-4">
        {children}
        <Field label={t('reason.label')} hint={t('reason.hint')} error={problem}>
          <Input
            maxLength={300}
            value={reason}
            onChange={({ target }) => {
              setProblem(undefined)
              setReason(target.value)
            }}
          />
        </Field>
        <FormError>{error}</FormError>
      </form>
    </Dialog>
  )
}
