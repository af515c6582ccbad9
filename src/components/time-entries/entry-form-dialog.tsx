'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { Plus, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { useFieldArray, useForm } from 'react-hook-form'
import type { WantedEntry } from '@/domain/corrections-schema'
import { AppError } from '@/domain/errors'
import { Button } from '../ui/button'
import { Checkbox } from '../ui/checkbox'
import { Dialog } from '../ui/dialog'
import { Field } from '../ui/field'
import { FormError } from '../ui/form-error'
import { IconButton } from '../ui/icon-button'
import { Input } from '../ui/input'
import { Select } from '../ui/select'
import { Textarea } from '../ui/textarea'
import { useErrorText } from '../words/error-words'
import { type EntryForm, entryForm, entryFormSchema, wantedOf } from './entry-fields'
import type { Entry } from './use-work'

export interface EntryPlace {
  workplaceId: string
  timeZone: string
  kinds: readonly { id: string; name: string }[]
  /** Whether a break may be taken off, so that somebody can say that they worked through. */
  deducts?: boolean
}

interface EntryFormDialogProps {
  title: string
  description: string
  submit: string
  place: EntryPlace
  /** What stands; null for time that is missing. */
  entry: Entry | null
  pending: boolean
  error: unknown
  onWanted: (wanted: WantedEntry, reason: string) => void
  /** Takes the entry away, where that is offered. */
  onRemove?: ((reason: string) => void) | undefined
  onClose: () => void
}

/** The times, breaks and kind of work of an entry, and why. */
export function EntryFormDialog(props: EntryFormDialogProps) {
  const { title, description, submit, place, entry, pending, error, onWanted, onRemove, onClose } = props
  const t = useTranslations('time-entries')
  const ui = useTranslations('ui')
  const errorText = useErrorText()
  const form = useId()
  const { register, handleSubmit, control, formState, setError } = useForm<EntryForm>({
    resolver: zodResolver(entryFormSchema),
    defaultValues: entryForm(entry, place),
  })
  const breaks = useFieldArray({ control, name: 'breaks' })
  const { errors } = formState
  const send = handleSubmit((values) => {
    const wanted = wantedOf(values, entry, place.timeZone)
    if (wanted) return onWanted(wanted, values.reason)
    setError('root', { message: errorText(new AppError('sessions.time_does_not_exist')) })
  })
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={title}
      description={description}
      footer={
        <>
          {entry && onRemove && (
            <Button variant="ghost" onClick={handleSubmit(({ reason }) => onRemove(reason))}>
              <Trash2 aria-hidden="true" />
              {t('form.remove')}
            </Button>
          )}
          <Button variant="secondary" onClick={onClose}>
            {ui('cancel')}
          </Button>
          <Button type="submit" form={form} loading={pending}>
            {submit}
          </Button>
        </>
      }
    >
      <form id={form} noValidate onSubmit={send} className="grid gap-5">
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label={t('form.start')} error={errors.startedAt?.message}>
            <Input type="datetime-local" {...register('startedAt')} />
          </Field>
          <Field label={t('form.end')} error={errors.endedAt?.message}>
            <Input type="datetime-local" {...register('endedAt')} />
          </Field>
        </div>
        {breaks.fields.map(({ id }, index) => (
          <div key={id} className="grid items-end gap-4 sm:grid-cols-[1fr_1fr_auto]">
            <Field
              label={t('form.breakStart', { number: index + 1 })}
              error={errors.breaks?.[index]?.startedAt?.message}
            >
              <Input type="datetime-local" {...register(`breaks.${index}.startedAt`)} />
            </Field>
            <Field
              label={t('form.breakEnd', { number: index + 1 })}
              error={errors.breaks?.[index]?.endedAt?.message}
            >
              <Input type="datetime-local" {...register(`breaks.${index}.endedAt`)} />
            </Field>
            <IconButton
              label={t('form.removeBreak', { number: index + 1 })}
              icon={<Trash2 />}
              onClick={() => breaks.remove(index)}
            />
          </div>
        ))}
        <Button
          variant="secondary"
          size="sm"
          className="justify-self-start"
          onClick={() => breaks.append({ startedAt: '', endedAt: '' })}
        >
          <Plus aria-hidden="true" />
          {t('form.addBreak')}
        </Button>
        {place.kinds.length > 0 && (
          <Field label={t('kind.label')}>
            <Select {...register('kindId')}>
              <option value="">{t('kind.none')}</option>
              {place.kinds.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          </Field>
        )}
        {place.deducts && <Checkbox label={t('workedThrough.label')} {...register('workedThrough')} />}
        <Field label={t('form.reason')} hint={t('form.reasonHint')} error={errors.reason?.message}>
          <Textarea rows={2} {...register('reason')} />
        </Field>
        <FormError>{errors.root?.message ?? (error ? errorText(error) : undefined)}</FormError>
      </form>
    </Dialog>
  )
}
