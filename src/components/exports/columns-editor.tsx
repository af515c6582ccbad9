import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { IconButton } from '@/components/ui/icon-button'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { withField } from '@/domain/payroll/columns'
import { type PayrollField, payrollFields } from '@/domain/payroll/format'
import type { PayrollColumn } from '@/domain/payroll/format-schema'

interface ColumnsEditorProps {
  columns: PayrollColumn[]
  onChange: (columns: PayrollColumn[]) => void
}

/** The columns of a format in their order. */
export function ColumnsEditor({ columns, onChange }: ColumnsEditorProps) {
  const t = useTranslations('payments')
  const put = (at: number, column: PayrollColumn) => onChange(columns.with(at, column))
  const move = (at: number, by: 1 | -1) => {
    const [one, other] = [columns[at], columns[at + by]]
    if (one && other) onChange(columns.with(at, other).with(at + by, one))
  }
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-2 font-bold">{t('formats.columns')}</legend>
      {[...columns.entries()].map(([at, column]) => (
        <div key={at} className="flex flex-wrap items-end gap-2 border-t pt-3">
          <Field label={t('formats.column', { number: at + 1 })} className="w-full sm:w-52">
            <Select
              value={column.field}
              onChange={(e) => put(at, withField(column, e.target.value as PayrollField))}
            >
              {payrollFields.map((field) => (
                <option key={field} value={field}>
                  {t(`formats.field.${field}`)}
                </option>
              ))}
            </Select>
          </Field>
          <Field label={t('formats.heading', { number: at + 1 })} className="min-w-0 flex-1">
            <Input value={column.header} onChange={(e) => put(at, { ...column, header: e.target.value })} />
          </Field>
          {column.of && <OnlyOf of={column.of} />}
          {column.field === 'text' && (
            <Field label={t('formats.text', { number: at + 1 })}>
              <Input
                value={column.text ?? ''}
                onChange={(e) => put(at, { ...column, text: e.target.value })}
              />
            </Field>
          )}
          <div className="flex">
            <IconButton
              label={t('formats.up', { number: at + 1 })}
              icon={<ArrowUp />}
              disabled={at === 0}
              onClick={() => move(at, -1)}
            />
            <IconButton
              label={t('formats.down', { number: at + 1 })}
              icon={<ArrowDown />}
              disabled={at === columns.length - 1}
              onClick={() => move(at, 1)}
            />
            <IconButton
              label={t('formats.removeColumn', { number: at + 1 })}
              icon={<X />}
              onClick={() => onChange(columns.toSpliced(at, 1))}
            />
          </div>
        </div>
      ))}
      <Button
        variant="secondary"
        className="justify-self-start"
        onClick={() => onChange([...columns, { field: 'hours', header: '' }])}
      >
        <Plus aria-hidden="true" />
        {t('formats.addColumn')}
      </Button>
    </fieldset>
  )
}

/** Which lines alone a column counts. */
function OnlyOf({ of }: { of: NonNullable<PayrollColumn['of']> }) {
  const t = useTranslations('payments')
  const kinds = of.map(({ kind, factor }) =>
    factor ? `${t(`kind.${kind}`)} × ${factor}` : t(`kind.${kind}`),
  )
  return (
    <p className="order-last w-full text-muted text-sm">
      {t('formats.onlyOf', { kinds: useFormatter().list(kinds) })}
    </p>
  )
}
