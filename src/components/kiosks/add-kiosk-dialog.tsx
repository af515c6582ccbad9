'use client'

import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useForm } from 'react-hook-form'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Button } from '@/components/ui/button'
import { checkedBy } from '@/components/ui/checked'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { FormError } from '@/components/ui/form-error'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { useErrorText } from '@/components/words/error-words'
import type { WalkThroughBar } from '@/domain/kiosks'
import { chosenLanguage, languageChoice, useKioskLanguages } from './kiosk-language'
import type { KioskLink } from './kiosk-link-dialog'
import { KioskModeField } from './kiosk-mode-field'

interface AddKioskDialogProps {
  placeId: string
  /** Why nobody can be read in passing here; undefined until it is known. */
  bar: WalkThroughBar | null | undefined
  open: boolean
  onOpenChange: (open: boolean) => void
  onAdded: (link: KioskLink) => void
}

export function AddKioskDialog({ placeId, bar, open, onOpenChange, onAdded }: AddKioskDialogProps) {
  const t = useTranslations('kiosks')
  const ui = useTranslations('ui')
  const languages = useKioskLanguages()
  const errorText = useErrorText()
  const trpc = useTRPC()
  const { register, handleSubmit, reset, formState } = useForm({
    resolver: checkedBy(() =>
      import('@/domain/kiosks-schema').then(({ kioskFormSchema }) => kioskFormSchema),
    ),
    defaultValues: { name: '', mode: 'ONE_AT_A_TIME' as const, language: languageChoice(null) },
  })
  const add = useMutation(
    trpc.kiosks.add.mutationOptions({
      onSuccess: (link) => {
        reset()
        onAdded(link)
      },
    }),
  )
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('add.title')}
      footer={
        <>
          <Button variant="secondary" onClick={() => onOpenChange(false)}>
            {ui('cancel')}
          </Button>
          <Button type="submit" form="add-kiosk" loading={add.isPending}>
            {t('add.submit')}
          </Button>
        </>
      }
    >
      <form
        id="add-kiosk"
        noValidate
        onSubmit={handleSubmit(({ language, ...values }) =>
          add.mutate({ placeId, ...values, locale: chosenLanguage(language) }),
        )}
        className="grid gap-5"
      >
        <Field label={t('add.name')} hint={t('add.nameHint')} error={formState.errors.name?.message}>
          <Input autoComplete="off" {...register('name')} />
        </Field>
        <Field label={t('language.label')} hint={t('language.hint')}>
          <Select {...register('language')}>
            {languages.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </Select>
        </Field>
        <KioskModeField bar={bar} {...register('mode')} error={formState.errors.mode?.message} />
        <FormError>{add.error && errorText(add.error)}</FormError>
      </form>
    </Dialog>
  )
}
