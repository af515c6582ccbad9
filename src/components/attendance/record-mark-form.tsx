'use client'

import { useTranslations } from 'next-intl'
import { useForm, useWatch } from 'react-hook-form'
import { Button } from '@/components/ui/button'
import { checkedBy } from '@/components/ui/checked'
import { Field } from '@/components/ui/field'
import { FormError } from '@/components/ui/form-error'
import { RadioCards } from '@/components/ui/radio-cards'
import { Textarea } from '@/components/ui/textarea'
import { useErrorText } from '@/components/words/error-words'
import type { AttendanceRecord } from '@/domain/attendance'
import { standingOf } from '@/domain/board'
import { type MarkedSession, useMarkOptions } from './mark-options'
import { useMark } from './use-mark'

interface MarkFormProps {
  session: MarkedSession
  student: { id: string; name: string; record: AttendanceRecord | null }
  onDone: () => void
}

/** Notes that were typed and not saved, by session and student, as long as the page is there. */
const typed = new Map<string, string>()

export function RecordMarkForm({ session, student, onDone }: MarkFormProps) {
  const { record } = student
  const t = useTranslations('attendance')
  const ui = useTranslations('ui')
  const markOptions = useMarkOptions(session, record)
  const errorText = useErrorText()
  const mark = useMark({ session, student })
  const draft = `${session.id} ${student.id}`
  const { register, handleSubmit, control, formState } = useForm({
    resolver: checkedBy(() =>
      import('./record-mark-schema').then(({ recordMarkSchema }) => recordMarkSchema),
    ),
    defaultValues: {
      note: typed.get(draft) ?? record?.note ?? '',
      ...(record ? { standing: standingOf(student, session) } : {}),
    },
  })
  const standing = useWatch({ control, name: 'standing' })

  const submit = handleSubmit(async ({ standing, note }) => {
    try {
      await mark.choose(standing, note ?? '')
    } catch {
      return
    }
    typed.delete(draft)
    onDone()
  })

  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      <RadioCards
        legend={t('mark.as')}
        options={markOptions}
        error={formState.errors.standing && t('mark.chooseOne')}
        {...register('standing')}
        value={standing ?? ''}
      />
      <Field label={t('mark.note')} optional hint={t('mark.noteHint')} error={formState.errors.note?.message}>
        <Textarea
          rows={2}
          {...register('note', { onChange: ({ target }) => typed.set(draft, target.value) })}
        />
      </Field>
      <FormError>{mark.error && errorText(mark.error)}</FormError>
      <Button type="submit" loading={mark.pending} className="justify-self-start">
        {ui('save')}
      </Button>
    </form>
  )
}
