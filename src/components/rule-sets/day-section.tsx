'use client'

import { useTranslations } from 'next-intl'
import { Card, CardHeader } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import type { RulesForm } from '@/domain/rule-forms'
import { fairRoundings } from '@/domain/rule-sets'
import { oneOf, type SectionProps, typedIn } from './form-parts'

const shiftDays = ['split', 'start', 'end', 'most'] as const
const roundings = ['none', 'punch', 'day'] as const

/** When days and weeks begin, and on which day a night counts. */
export function DaySection(props: SectionProps) {
  const t = useTranslations('rule-sets')
  const { form, errors, change } = props
  return (
    <Card className="grid gap-4">
      <CardHeader className="mb-0!" title={t('topic.day')} />
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <Field label={t('form.dayStart')} error={errors.dayStart}>
          <Input type="time" {...typedIn(props, 'dayStart')} />
        </Field>
        <Field label={t('form.weekStart')} hint={t('form.weekStartHint')} optional error={errors.weekStart}>
          <Input type="time" {...typedIn(props, 'weekStart')} />
        </Field>
      </div>
      <Field label={t('form.shiftDay')}>
        <Select
          value={form.shiftDay}
          onChange={({ target }) => change({ shiftDay: oneOf(shiftDays, target.value) })}
        >
          {shiftDays.map((one) => (
            <option key={one} value={one}>
              {t(`form.shift.${one}`)}
            </option>
          ))}
        </Select>
      </Field>
    </Card>
  )
}

/** Rules that were made before may round another way: that is shown, and refused when it is saved again. */
const modesWith = (now: RulesForm['roundingMode']) => [...new Set([...fairRoundings, now])]

/** What is rounded, which way and to how much. */
export function RoundingSection(props: SectionProps) {
  const t = useTranslations('rule-sets')
  const { form, errors, change } = props
  return (
    <Card className="grid gap-4">
      <CardHeader className="mb-0!" title={t('topic.rounding')} />
      <Field label={t('form.rounding')}>
        <Select
          value={form.roundingOf}
          onChange={({ target }) => change({ roundingOf: oneOf(roundings, target.value) })}
        >
          {roundings.map((one) => (
            <option key={one} value={one}>
              {t(`form.roundingOf.${one}`)}
            </option>
          ))}
        </Select>
      </Field>
      {form.roundingOf !== 'none' && (
        <div className="grid items-start gap-4 sm:grid-cols-2">
          <Field label={t('form.roundingMinutes')} error={errors.roundingMinutes}>
            <Select {...typedIn(props, 'roundingMinutes')}>
              {[1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 30, 60].map((minutes) => (
                <option key={minutes} value={minutes}>
                  {minutes}
                </option>
              ))}
            </Select>
          </Field>
          <Field label={t('form.roundingMode')} error={errors.roundingMode}>
            <Select
              value={form.roundingMode}
              onChange={({ target }) => change({ roundingMode: oneOf(fairRoundings, target.value) })}
            >
              {modesWith(form.roundingMode).map((one) => (
                <option key={one} value={one}>
                  {t(`form.mode.${one}`)}
                </option>
              ))}
            </Select>
          </Field>
        </div>
      )}
    </Card>
  )
}
