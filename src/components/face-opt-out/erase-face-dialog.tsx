'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useId, useState } from 'react'
import { ActionError } from '@/components/providers/action-error'
import { Button } from '@/components/ui/button'
import { checked } from '@/components/ui/checked'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { toast } from '@/components/ui/toast'
import { eraseReason } from '@/domain/face-opt-out'
import { useFaceOffOf } from './use-face-off'

const reasons = () =>
  import('@/domain/face-opt-out-schema').then(({ eraseReasonSchema }) => eraseReasonSchema)

interface EraseFaceDialogProps {
  person: { id: string; name: string }
  onClose: () => void
}

/** What erasing somebody's face does, and the reason for it, without which nothing is erased. */
export function EraseFaceDialog({ person: { id: userId, name }, onClose }: EraseFaceDialogProps) {
  const t = useTranslations('face-opt-out')
  const ui = useTranslations('ui')
  const form = useId()
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState<string>()
  const erase = useFaceOffOf()

  async function submit(event: FormEvent) {
    event.preventDefault()
    const { data, problem } = await checked(reasons, reason)
    setProblem(problem)
    if (data === undefined) return
    erase.mutate(
      { userId, off: true, reason: data },
      {
        onSuccess: () => {
          toast.success(t('off.done', { name }))
          onClose()
        },
      },
    )
  }

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('off.title', { name })}
      description={t('off.text')}
      footer={
        <>
          <Button variant="secondary" onClick={onClose}>
            {ui('cancel')}
          </Button>
          <Button type="submit" form={form} variant="danger" loading={erase.isPending}>
            {t('off.act')}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} noValidate className="grid gap-3">
        <Field label={t('off.reason')} hint={t('off.reasonHint')} error={problem}>
          <Input
            maxLength={eraseReason.max}
            value={reason}
            onChange={(event) => {
              setProblem(undefined)
              setReason(event.target.value)
            }}
          />
        </Field>
        <ActionError error={erase.error} />
      </form>
    </Dialog>
  )
}
