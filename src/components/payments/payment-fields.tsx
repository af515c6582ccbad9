'use client'

import { useTranslations } from 'next-intl'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { paymentMethods } from '@/domain/payments'

type Method = (typeof paymentMethods)[number]

interface PaymentFieldsProps {
  paidOn: string
  setPaidOn: (day: string) => void
  method: Method
  setMethod: (method: Method) => void
  reference: string
  setReference: (reference: string) => void
}

/** When and how money is handed over. */
export function PaymentFields(props: PaymentFieldsProps) {
  const t = useTranslations('payments')
  const { paidOn, setPaidOn, method, setMethod, reference, setReference } = props
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field label={t('field.paidOn')}>
        <Input type="date" required value={paidOn} onChange={({ target }) => setPaidOn(target.value)} />
      </Field>
      <Field label={t('field.method')}>
        <Select value={method} onChange={({ target }) => setMethod(target.value as Method)}>
          {paymentMethods.map((one) => (
            <option key={one} value={one}>
              {t(`method.${one}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('field.reference')} optional className="sm:col-span-2">
        <Input maxLength={140} value={reference} onChange={({ target }) => setReference(target.value)} />
      </Field>
    </div>
  )
}
