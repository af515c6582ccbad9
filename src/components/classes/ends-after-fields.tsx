import { useTranslations } from 'next-intl'
import type { FieldErrors, UseFormRegister } from 'react-hook-form'
import { asNumber } from '@/components/sessions/late-rule-field'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import type { ClassInput } from '@/domain/classes-schema'

interface EndsAfterFieldsProps {
  register: UseFormRegister<ClassInput>
  errors: FieldErrors<ClassInput>
}

/** When a session that nobody ends ends by itself. */
export function EndsAfterFields({ register, errors }: EndsAfterFieldsProps) {
  const t = useTranslations('classes')
  return (
    <fieldset className="grid gap-4">
      <legend className="mb-1 font-semibold text-sm">{t('endsAfter.legend')}</legend>
      <p className="text-muted text-sm">{t('endsAfter.hint')}</p>
      <Field label={t('endsAfter.planned')} error={errors.endsAfterPlannedHours?.message}>
        <Input
          {...{ type: 'number', inputMode: 'numeric', min: 1, max: 24, className: 'max-w-32' }}
          {...register('endsAfterPlannedHours', asNumber)}
        />
      </Field>
      <Field label={t('endsAfter.opened')} error={errors.endsAfterHours?.message}>
        <Input
          {...{ type: 'number', inputMode: 'numeric', min: 1, max: 24, className: 'max-w-32' }}
          {...register('endsAfterHours', asNumber)}
        />
      </Field>
    </fieldset>
  )
}
