'use client'

import { useTranslations } from 'next-intl'
import { Card, CardHeader } from '@/components/ui/card'
import { Checkbox } from '@/components/ui/checkbox'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import type { BreakFields } from '@/domain/rule-forms'
import { AddRow, RowFrame, rowsOf, type SectionProps, typedIn } from './form-parts'

type Typed = 'afterMinutes' | 'minutes' | 'minPiece'

/** Which breaks are paid, which are due, and which are taken off. */
export function BreakSection(props: SectionProps) {
  const t = useTranslations('rule-sets')
  const { form, errors, change } = props
  const rows = rowsOf<BreakFields>(form.breaks, (breaks) => change({ breaks }))
  const none = { afterMinutes: '', minutes: '', minPiece: '', deducted: false }
  return (
    <Card className="grid gap-4">
      <CardHeader className="mb-0!" title={t('topic.breaks')} />
      <Field label={t('form.paidUpTo')} hint={t('form.paidUpToHint')} optional error={errors.paidUpTo}>
        <Input inputMode="numeric" autoComplete="off" {...typedIn(props, 'paidUpTo')} />
      </Field>
      {form.breaks.map((row, i) => {
        const field = (name: Typed) => ({
          value: row[name],
          onChange: ({ target }: { target: { value: string } }) =>
            rows.change(row.key, { [name]: target.value }),
        })
        return (
          <RowFrame
            key={row.key}
            label={t('form.break', { number: i + 1 })}
            onRemove={() => rows.remove(row.key)}
          >
            <div className="grid items-start gap-4 sm:grid-cols-3">
              <Field
                label={t('form.after')}
                hint={t('form.afterHint')}
                error={errors[`breaks.${i}.afterMinutes`]}
              >
                <Input autoComplete="off" {...field('afterMinutes')} />
              </Field>
              <Field label={t('form.minutes')} error={errors[`breaks.${i}.minutes`]}>
                <Input inputMode="numeric" autoComplete="off" {...field('minutes')} />
              </Field>
              <Field label={t('form.piece')} optional error={errors[`breaks.${i}.minPiece`]}>
                <Input inputMode="numeric" autoComplete="off" {...field('minPiece')} />
              </Field>
            </div>
            <Checkbox
              label={t('form.deducted')}
              hint={t('form.deductedHint')}
              checked={row.deducted}
              onChange={({ target }) => rows.change(row.key, { deducted: target.checked })}
            />
          </RowFrame>
        )
      })}
      <AddRow onClick={() => rows.add(none)}>{t('form.breakAdd')}</AddRow>
    </Card>
  )
}
