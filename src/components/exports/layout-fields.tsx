import { useTranslations } from 'next-intl'
import { Checkbox } from '@/components/ui/checkbox'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { dateOrders, decimalMarks, encodings, separators } from '@/domain/payroll/format'
import type { PayrollFormat } from '@/domain/payroll/format-schema'

interface LayoutFieldsProps {
  format: PayrollFormat
  change: (changes: Partial<PayrollFormat>) => void
}

const choices = { separator: separators, decimalMark: decimalMarks, dates: dateOrders, encoding: encodings }

/** How the file of a format is written. */
export function LayoutFields({ format, change }: LayoutFieldsProps) {
  const t = useTranslations('payments')
  const { lodas } = format
  return (
    <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
      <Field label={t('formats.name')}>
        <Input value={format.name} maxLength={80} onChange={(e) => change({ name: e.target.value })} />
      </Field>
      {(['separator', 'decimalMark', 'dates', 'encoding'] as const).map((field) => (
        <Field key={field} label={t(`formats.${field}`)}>
          <Select value={format[field]} onChange={(e) => change({ [field]: e.target.value })}>
            {choices[field].map((one) => (
              <option key={one} value={one}>
                {one === '\t' ? t('formats.tab') : one}
              </option>
            ))}
          </Select>
        </Field>
      ))}
      <Checkbox
        label={t('formats.header')}
        checked={format.header}
        onChange={(e) => change({ header: e.target.checked })}
      />
      {lodas &&
        (['consultant', 'client'] as const).map((number) => (
          <Field key={number} label={t(`formats.${number}`)}>
            <Input
              inputMode="numeric"
              value={lodas[number]}
              onChange={(e) => change({ lodas: { ...lodas, [number]: e.target.value.trim() } })}
            />
          </Field>
        ))}
    </div>
  )
}
