'use client'

import { useTranslations } from 'next-intl'
import { Card, CardHeader } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { decidedIn } from '@/domain/rule-form-reading'
import type { PremiumFields } from '@/domain/rule-forms'
import { AddRow, oneOf, RowFrame, rowsOf, type SectionProps } from './form-parts'
import { PremiumRow } from './premium-row'

const stackings = ['add', 'highest'] as const

const none: Omit<PremiumFields, 'key'> = {
  ...{ name: '', from: '', to: '', days: [], holidays: false, pays: 'factor', factor: '', amount: '' },
  ...{ inRegularRate: null, credited: null },
}

/** What is paid on top, for which hours, and what happens where premiums meet. */
export function PremiumSection({ form, errors, change, currency }: SectionProps & { currency: string }) {
  const t = useTranslations('rule-sets')
  const rows = rowsOf<PremiumFields>(form.premiums, (premiums) => change({ premiums }))
  return (
    <Card className="grid gap-4">
      <CardHeader className="mb-0!" title={t('topic.premiums')} />
      {form.premiums.map((row, i) => (
        <RowFrame
          key={row.key}
          label={t('form.premium', { number: i + 1 })}
          onRemove={() => rows.remove(row.key)}
        >
          <PremiumRow
            row={row}
            currency={currency}
            now={decidedIn(row, form.base)}
            errorOf={(field) => errors[`premiums.${i}.${field}`]}
            change={(changes) => rows.change(row.key, changes)}
          />
        </RowFrame>
      ))}
      <AddRow onClick={() => rows.add(none)}>{t('form.premiumAdd')}</AddRow>
      {form.premiums.length > 1 && (
        <Field label={t('form.stacking')}>
          <Select
            value={form.stacking}
            onChange={({ target }) => change({ stacking: oneOf(stackings, target.value) })}
          >
            {stackings.map((one) => (
              <option key={one} value={one}>
                {t(`form.stackingOf.${one}`)}
              </option>
            ))}
          </Select>
        </Field>
      )}
    </Card>
  )
}
