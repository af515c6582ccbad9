'use client'

import { useTranslations } from 'next-intl'
import { useId } from 'react'
import type { UseFormRegisterReturn } from 'react-hook-form'
import { Checkbox } from '@/components/ui/checkbox'
import { FieldError } from '@/components/ui/field'
import { useFieldText } from '@/components/words/field-words'
import type { Scope } from '@/domain/scopes'

interface ScopeFieldsProps {
  offered: readonly Scope[]
  error: string | undefined
  attributes: UseFormRegisterReturn
}

/** What the token may do: a box for each thing, in the person's own terms. */
export function ScopeFields({ offered, error, attributes }: ScopeFieldsProps) {
  const t = useTranslations('tokens')
  const problem = useFieldText()(error)
  const id = useId()
  return (
    <fieldset className="grid gap-1" aria-describedby={problem ? id : undefined}>
      <legend className="font-semibold text-sm">{t('new.scopes')}</legend>
      {problem && <FieldError id={id}>{problem}</FieldError>}
      <div className="grid gap-x-6 sm:grid-cols-2 [&_input]:scroll-mt-24">
        {offered.map((scope) => (
          <Checkbox
            key={scope}
            value={scope}
            label={t(`scope.${scope}`)}
            className={scope.endsWith(':read') ? 'sm:col-start-1' : 'sm:col-start-2'}
            {...attributes}
          />
        ))}
      </div>
    </fieldset>
  )
}
