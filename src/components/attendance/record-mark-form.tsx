'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { useTranslations } from 'next-intl'
import { useForm, useWatch } from 'react-hook-form'
import { toast } from 'sonner'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { FormError } from '@/components/ui/form-error'
import { RadioCards } from '@/components/ui/radio-cards'
import { Textarea } from '@/components/ui/textarea'
import { useErrorText } from '@/components/words/error-words'
import type { AttendanceRecord } from '@/domain/attendance'
import { markSchema } from '@/domain/sessions'
import { useMarkOptions } from './mark-options'
import { useMark } from './use-mark'

interface MarkFormProps {
  sessionId: string
  student: { id: string; name: string; record: AttendanceRecord | null }
  onDone: () => void
}

export function RecordMarkForm({ sessionId, student: { id, name, record }, onDone }: MarkFormProps) {
  const t = useTranslations('attendance')
  const ui = useTranslations('ui')
  const markOptions = useMarkOptions()
  const errorText = useErrorText()
  const mark = useMark()
  const { register, handleSubmit, control, formState } = useForm({
    resolver: zodResolver(markSchema),
    defaultValues: { note: record?.note ?? '', ...(record ? { status: record.status } : {}) },
  })
  const status = useWatch({ control, name: 'status' })

  // Awaited rather than given callbacks: the record's own event may replace this form before the answer.
  const submit = handleSubmit(async (input) => {
    try {
      await mark.mutateAsync({ sessionId, studentId: id, ...input })
    } catch {
      return
    }
    toast.success(t(`marked.${input.status}`, { name }))
    onDone()
  })

  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      <RadioCards
        legend={t('mark.as')}
        options={markOptions}
        error={formState.errors.status && t('mark.chooseOne')}
        {...register('status')}
        value={status ?? ''}
      />
      <Field label={t('mark.note')} optional hint={t('mark.noteHint')} error={formState.errors.note?.message}>
        <Textarea rows={2} {...register('note')} />
      </Field>
      <FormError>{mark.error && errorText(mark.error)}</FormError>
      <Button type="submit" loading={mark.isPending} className="justify-self-start">
        {ui('save')}
      </Button>
    </form>
  )
}
