'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useId, useState } from 'react'
import { ActionError } from '@/components/providers/action-error'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { Textarea } from '@/components/ui/textarea'
import { toast } from '@/components/ui/toast'
import { extraKinds } from '@/domain/line-names'
import { type ExtraForm, OTHER, readExtra } from './extra-fields'
import { useExtraActs } from './use-extra-acts'
import { useExtraName } from './use-extra-name'

/** Whom an extra is for, in which period. */
export interface ExtraFor {
  workplaceId: string
  employmentId: string
  name: string
  period: { from: string; to: string }
  today: string
  currency: string
  /** Amounts are for whoever sees wages. */
  wages: boolean
}

/** Pay without work: for what, on which day, how much and why. */
export function ExtraDialog({ of, onClose }: { of: ExtraFor; onClose: () => void }) {
  const t = useTranslations('extras')
  const ui = useTranslations('ui')
  const id = useId()
  const { add } = useExtraActs()
  const { workplaceId, employmentId, name, period, today, currency } = of
  const [last = today] = [period.to, today].sort()
  const [form, setForm] = useState<ExtraForm>({
    ...{ kind: extraKinds[0], name: '', day: last, as: 'minutes', minutes: '60', amount: '', reason: '' },
  })
  const [tried, setTried] = useState(false)
  const { extra, errors } = readExtra(form, currency)

  async function submit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (!extra || add.isPending) return
    await add.mutateAsync({ workplaceId, employmentId, ...extra }).then(
      () => {
        toast.success(t('added'))
        onClose()
      },
      // It stands beside the button.
      () => {},
    )
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('addTitle', { name })}
      description={t('addHint')}
      footer={
        <>
          <Button variant="secondary" onClick={onClose}>
            {ui('cancel')}
          </Button>
          <Button type="submit" form={id} loading={add.isPending}>
            {t('add')}
          </Button>
        </>
      }
    >
      <form id={id} noValidate onSubmit={submit} className="grid gap-4">
        <ExtraFields
          {...{ of, form, days: { min: period.from, max: last }, errors: (tried && errors) || {} }}
          change={(changes) => setForm({ ...form, ...changes })}
        />
        <ActionError error={add.error} />
      </form>
    </Dialog>
  )
}

interface ExtraFieldsProps {
  of: ExtraFor
  form: ExtraForm
  days: { min: string; max: string }
  errors: Record<string, string>
  change: (changes: Partial<ExtraForm>) => void
}

function ExtraFields({ of: { currency, wages }, form, days, errors, change }: ExtraFieldsProps) {
  const t = useTranslations('extras')
  const extraName = useExtraName()
  const typed = (key: keyof ExtraForm) => ({
    value: form[key],
    onChange: ({ target }: { target: { value: string } }) => change({ [key]: target.value }),
  })
  return (
    <>
      <Field label={t('kind')}>
        <Select {...typed('kind')}>
          {extraKinds.map((kind) => (
            <option key={kind} value={kind}>
              {extraName(kind)}
            </option>
          ))}
          <option value={OTHER}>{t('other')}</option>
        </Select>
      </Field>
      {form.kind === OTHER && (
        <Field label={t('name')} error={errors.name}>
          <Input maxLength={60} autoComplete="off" {...typed('name')} />
        </Field>
      )}
      <Field label={t('day')} error={errors.day}>
        <Input type="date" {...days} {...typed('day')} />
      </Field>
      {wages && (
        <Field label={t('as')}>
          <Select
            value={form.as}
            onChange={({ target }) => change({ as: target.value === 'amount' ? 'amount' : 'minutes' })}
          >
            <option value="minutes">{t('asMinutes')}</option>
            <option value="amount">{t('asAmount')}</option>
          </Select>
        </Field>
      )}
      {form.as === 'minutes' ? (
        <Field label={t('minutes')} hint={!wages && t('asMinutes')} error={errors.minutes}>
          <Input inputMode="numeric" autoComplete="off" {...typed('minutes')} />
        </Field>
      ) : (
        <Field label={t('amount', { currency })} error={errors.amountMinor}>
          <Input inputMode="decimal" autoComplete="off" {...typed('amount')} />
        </Field>
      )}
      <Field label={t('reason')} hint={t('reasonHint')} error={errors.reason}>
        <Textarea rows={2} maxLength={300} {...typed('reason')} />
      </Field>
    </>
  )
}
