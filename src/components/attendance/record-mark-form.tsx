'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { useForm, useWatch } from 'react-hook-form'
import { toast } from 'sonner'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { FormError } from '@/components/ui/form-error'
import { RadioCards } from '@/components/ui/radio-cards'
import { statusLook } from '@/components/ui/statuses'
import { Textarea } from '@/components/ui/textarea'
import { useErrorText } from '@/components/words/error-words'
import type { AttendanceRecord } from '@/domain/attendance'
import { markSchema } from '@/domain/sessions'
import { markOptions } from './mark-options'
import { statusOf } from './standing-look'
import { useMark } from './use-mark'

interface MarkFormProps {
  sessionId: string
  student: { id: string; name: string; record: AttendanceRecord | null }
  onDone: () => void
}

export function RecordMarkForm({ sessionId, student: { id, name, record }, onDone }: MarkFormProps) {
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
    toast.success(`${name}: ${statusLook[statusOf[input.status]].label.toLowerCase()}.`)
    onDone()
  })

  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      <RadioCards
        legend="Mark as"
        options={markOptions}
        error={formState.errors.status && 'Choose one.'}
        {...register('status')}
        value={status ?? ''}
      />
      <Field label="Note" optional hint="The student sees it too." error={formState.errors.note?.message}>
        <Textarea rows={2} {...register('note')} />
      </Field>
      <FormError>{mark.error && errorText(mark.error)}</FormError>
      <Button type="submit" loading={mark.isPending} className="justify-self-start">
        Save
      </Button>
    </form>
  )
}
