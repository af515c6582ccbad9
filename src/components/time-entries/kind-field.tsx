'use client'

import { useTranslations } from 'next-intl'
import { Field } from '../ui/field'
import { Select } from '../ui/select'

interface KindFieldProps {
  kinds: readonly { id: string; name: string }[]
  value: string
  error?: string | undefined
  onChange: (kindId: string) => void
}

/** Which kind of work it is. */
export function KindField({ kinds, value, error, onChange }: KindFieldProps) {
  const t = useTranslations('time-entries')
  return (
    <Field label={t('kind.label')} error={error}>
      <Select value={value} onChange={({ target }) => onChange(target.value)}>
        <option value="">{t('kind.choose')}</option>
        {kinds.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
    </Field>
  )
}
