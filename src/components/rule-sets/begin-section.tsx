'use client'

import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Notice } from '@/components/ui/notice'
import { Select } from '@/components/ui/select'
import { Textarea } from '@/components/ui/textarea'
import { usePresetName } from '@/components/workplaces/rules-words'
import { type PresetId, presetIds } from '@/domain/pay/presets'

/** What rules are made from: those in force, or a preset. */
export type Start = 'current' | PresetId

interface BeginSectionProps {
  start: Start
  onStart: (start: Start) => void
  from: string
  onFrom: (day: string) => void
  fromError: string | undefined
  /** Whether the day has passed, so that a reason is asked. */
  past: boolean
  reason: string
  onReason: (reason: string) => void
  reasonError: string | undefined
}

export function BeginSection(props: BeginSectionProps) {
  const t = useTranslations('rule-sets')
  const presetName = usePresetName()
  const { start, onStart, from, onFrom, fromError, past, reason, onReason, reasonError } = props
  return (
    <Card className="grid gap-4">
      <Field label={t('form.start')} hint={t('form.startHint')}>
        <Select
          value={start}
          onChange={({ target }) => onStart(presetIds.find((one) => one === target.value) ?? 'current')}
        >
          <option value="current">{t('form.current')}</option>
          {presetIds.map((one) => (
            <option key={one} value={one}>
              {presetName(one)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('form.from')} error={fromError}>
        <Input type="date" value={from} onChange={({ target }) => onFrom(target.value)} />
      </Field>
      {past && (
        <>
          <Notice tone="caution">{t('form.past')}</Notice>
          <Field label={t('form.reason')} hint={t('form.reasonHint')} error={reasonError}>
            <Textarea
              rows={2}
              maxLength={300}
              value={reason}
              onChange={({ target }) => onReason(target.value)}
            />
          </Field>
        </>
      )}
    </Card>
  )
}
