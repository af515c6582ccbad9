'use client'

import { useTranslations } from 'next-intl'
import { Card, CardHeader } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { type StepFields, type StepList, stepLists } from '@/domain/rule-forms'
import { AddRow, oneOf, RowFrame, rowsOf, type SectionProps } from './form-parts'

const bases = ['own', 'weighted'] as const

/** From which hours on more is paid, and on what. */
export function OvertimeSection(props: SectionProps) {
  const t = useTranslations('rule-sets')
  const { form, change } = props
  return (
    <Card className="grid gap-5">
      <CardHeader className="mb-0!" title={t('topic.overtime')} />
      {stepLists.map((list) => (
        <Steps key={list} list={list} {...props} />
      ))}
      <Field label={t('form.base')}>
        <Select value={form.base} onChange={({ target }) => change({ base: oneOf(bases, target.value) })}>
          {bases.map((one) => (
            <option key={one} value={one}>
              {t(`form.baseOf.${one}`)}
            </option>
          ))}
        </Select>
      </Field>
    </Card>
  )
}

function Steps({ list, form, errors, change }: SectionProps & { list: StepList }) {
  const t = useTranslations('rule-sets')
  const rows = rowsOf<StepFields>(form[list], (steps) => change({ [list]: steps }))
  return (
    <section aria-label={t(`form.list.${list}`)} className="grid gap-3">
      <h3 className="font-semibold">{t(`form.list.${list}`)}</h3>
      {form[list].map((row, i) => (
        <RowFrame
          key={row.key}
          label={t('form.step', { number: i + 1 })}
          onRemove={() => rows.remove(row.key)}
        >
          <div className="grid items-start gap-4 sm:grid-cols-2">
            <Field
              label={t('form.after')}
              hint={t('form.afterHint')}
              error={errors[`${list}.${i}.afterMinutes`] ?? errors[list]}
            >
              <Input
                autoComplete="off"
                value={row.afterMinutes}
                onChange={({ target }) => rows.change(row.key, { afterMinutes: target.value })}
              />
            </Field>
            <Field label={t('form.factor')} error={errors[`${list}.${i}.factor`]}>
              <Input
                inputMode="decimal"
                autoComplete="off"
                value={row.factor}
                onChange={({ target }) => rows.change(row.key, { factor: target.value })}
              />
            </Field>
          </div>
        </RowFrame>
      ))}
      <AddRow onClick={() => rows.add({ afterMinutes: '', factor: '1.5' })}>
        {t(`form.stepAdd.${list}`)}
      </AddRow>
    </section>
  )
}
