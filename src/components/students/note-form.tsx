'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useForm } from 'react-hook-form'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Button } from '@/components/ui/button'
import { checkedBy } from '@/components/ui/checked'
import { Field } from '@/components/ui/field'
import { FormError } from '@/components/ui/form-error'
import { Textarea } from '@/components/ui/textarea'
import { useErrorText } from '@/components/words/error-words'

interface NoteFormProps {
  label: string
  text: string
  action: string
  pending: boolean
  error: unknown
  onSave: (text: string) => Promise<unknown>
  onCancel?: () => void
}

/** The text of a note, new or changed. What was typed stays where it could not be saved. */
export function NoteForm({ label, text, action, pending, error, onSave, onCancel }: NoteFormProps) {
  const ui = useTranslations('ui')
  const errorText = useErrorText()
  const { register, handleSubmit, reset, formState } = useForm({
    resolver: checkedBy(() =>
      import('@/domain/students-schema').then(({ studentNoteSchema }) => studentNoteSchema),
    ),
    defaultValues: { text },
  })
  const submit = handleSubmit(async (input) => {
    try {
      await onSave(input.text)
    } catch {
      return
    }
    reset()
  })
  return (
    <form onSubmit={submit} noValidate className="grid gap-3">
      <Field label={label} error={formState.errors.text?.message}>
        <Textarea rows={3} {...register('text')} />
      </Field>
      <FormError>{Boolean(error) && errorText(error)}</FormError>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" size="sm" loading={pending}>
          {action}
        </Button>
        {onCancel && (
          <Button variant="secondary" size="sm" onClick={onCancel}>
            {ui('cancel')}
          </Button>
        )}
      </div>
    </form>
  )
}

export function NewNote({ of }: { of: { classId: string; studentId: string } }) {
  const t = useTranslations('students')
  const trpc = useTRPC()
  const queries = useQueryClient()
  const add = useMutation(
    trpc.students.addNote.mutationOptions({
      onSuccess: () => queries.invalidateQueries(trpc.students.notes.pathFilter()),
    }),
  )
  return (
    <NoteForm
      label={t('notes.field')}
      text=""
      action={t('notes.add')}
      pending={add.isPending}
      error={add.error}
      onSave={(text) => add.mutateAsync({ ...of, text })}
    />
  )
}
