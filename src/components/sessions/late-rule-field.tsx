import { useTranslations } from 'next-intl'
import type { UseFormRegisterReturn } from 'react-hook-form'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'

/** What the field's `register` is told: the late rule is a number. */
export const asNumber = { valueAsNumber: true } as const

interface LateRuleFieldProps {
  /** `register('lateAfterMinutes', asNumber)` */
  registration: UseFormRegisterReturn
  hint?: string
  error?: string | undefined
}

export function LateRuleField({ registration, hint, error }: LateRuleFieldProps) {
  const t = useTranslations('sessions')
  return (
    <Field label={t('lateRule.field')} hint={hint} error={error}>
      <Input type="number" inputMode="numeric" min={0} max={240} className="max-w-32" {...registration} />
    </Field>
  )
}
