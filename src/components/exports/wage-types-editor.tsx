import { Plus, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { IconButton } from '@/components/ui/icon-button'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import type { WageType } from '@/domain/payroll/format-schema'

interface WageTypesEditorProps {
  wageTypes: WageType[]
  onChange: (wageTypes: WageType[]) => void
}

const kinds = ['regular', 'overtime', 'premium', 'extra', 'leave', 'adjustment'] as const
const told = ['name', 'factor', 'bookingKey'] as const

/** Which wage type a kind of line has in the payroll program. */
export function WageTypesEditor({ wageTypes, onChange }: WageTypesEditorProps) {
  const t = useTranslations('payments')
  const put = (at: number, one: WageType, field: (typeof told)[number], typed: string) => {
    const { [field]: _, ...rest } = one
    onChange(wageTypes.with(at, typed ? { ...rest, [field]: typed } : rest))
  }
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-2 font-bold">{t('formats.wageTypes')}</legend>
      {[...wageTypes.entries()].map(([at, one]) => (
        <div key={at} className="grid grid-cols-2 items-end gap-2 border-t pt-3 lg:grid-cols-7">
          <Field label={t('formats.lineKind')}>
            <Select
              value={one.kind}
              onChange={(e) =>
                onChange(wageTypes.with(at, { ...one, kind: e.target.value as WageType['kind'] }))
              }
            >
              {kinds.map((kind) => (
                <option key={kind} value={kind}>
                  {t(`kind.${kind}`)}
                </option>
              ))}
            </Select>
          </Field>
          <Field label={t('formats.wageType')}>
            <Input
              value={one.wageType}
              onChange={(e) => onChange(wageTypes.with(at, { ...one, wageType: e.target.value }))}
            />
          </Field>
          <Field label={t('formats.carries')}>
            <Select
              value={one.carries}
              onChange={(e) =>
                onChange(wageTypes.with(at, { ...one, carries: e.target.value as WageType['carries'] }))
              }
            >
              <option value="hours">{t('formats.field.hours')}</option>
              <option value="amount">{t('formats.field.amount')}</option>
            </Select>
          </Field>
          {told.map((field) => (
            <Field key={field} label={t(`formats.${field === 'name' ? 'ofName' : field}`)} optional>
              <Input value={one[field] ?? ''} onChange={(e) => put(at, one, field, e.target.value)} />
            </Field>
          ))}
          <IconButton
            label={t('formats.removeWageType', { number: at + 1 })}
            icon={<X />}
            onClick={() => onChange(wageTypes.toSpliced(at, 1))}
          />
        </div>
      ))}
      <Button
        variant="secondary"
        className="justify-self-start"
        onClick={() => onChange([...wageTypes, { kind: 'regular', wageType: '', carries: 'hours' }])}
      >
        <Plus aria-hidden="true" />
        {t('formats.addWageType')}
      </Button>
    </fieldset>
  )
}
