'use client'

import { useTranslations } from 'next-intl'
import type { FieldErrors, UseFormRegister } from 'react-hook-form'
import { timeZoneLabel } from '@/components/places/time-zones'
import { asNumber, LateRuleField } from '@/components/sessions/late-rule-field'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import type { ErrorCode } from '@/domain/errors'
import type { SessionSettings } from '@/domain/sessions-schema'

/** Which field an answer of the server is about. */
export const sessionFieldOf: Partial<Record<ErrorCode, keyof SessionSettings>> = {
  'sessions.start_missing': 'plannedStart',
  'sessions.end_before_start': 'plannedEnd',
}

const orNothing = { setValueAs: (value: string | undefined) => value || undefined }

interface SessionFieldsProps {
  register: UseFormRegister<SessionSettings>
  errors: FieldErrors<SessionSettings>
  timeZone: string
}

export function SessionFields({ register, errors, timeZone }: SessionFieldsProps) {
  const t = useTranslations('sessions')
  return (
    <>
      <Field label={t('field.title')} optional hint={t('field.titleHint')} error={errors.title?.message}>
        <Input autoComplete="off" {...register('title')} />
      </Field>
      <Field
        label={t('field.start')}
        optional
        hint={t('field.startHint', { zone: timeZoneLabel(timeZone) })}
        error={errors.plannedStart?.message}
      >
        <Input type="datetime-local" {...register('plannedStart', orNothing)} />
      </Field>
      <Field label={t('field.end')} optional error={errors.plannedEnd?.message}>
        <Input type="datetime-local" {...register('plannedEnd', orNothing)} />
      </Field>
      <LateRuleField
        registration={register('lateAfterMinutes', asNumber)}
        error={errors.lateAfterMinutes?.message}
      />
    </>
  )
}
