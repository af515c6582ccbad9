'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Banknote } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { ApiOutput } from '@/components/providers/api-output'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Dialog } from '@/components/ui/dialog'
import { ErrorState } from '@/components/ui/error-state'
import { FormError } from '@/components/ui/form-error'
import { ListSkeleton } from '@/components/ui/skeleton'
import { toast } from '@/components/ui/toast'
import { useErrorText } from '@/components/words/error-words'
import { useMoneyText } from '@/components/words/money'
import type { paymentMethods } from '@/domain/payments'
import { PaymentFields } from './payment-fields'

type Due = ApiOutput['payments']['due']
type DuePerson = Due['people'][number]

interface PayButtonProps {
  workplaceId: string
  /** Any day of the period. */
  day: string
  today: string
}

/** Marks people as paid: those whose hours are approved, each with the sum that is shown. */
export function PayButton({ workplaceId, day, today }: PayButtonProps) {
  const t = useTranslations('payments')
  const errorText = useErrorText()
  const trpc = useTRPC()
  const [open, setOpen] = useState(false)
  const due = useQuery(trpc.payments.due.queryOptions({ workplaceId, day }, { enabled: open, staleTime: 0 }))
  return (
    <>
      <Button onClick={() => setOpen(true)} className="max-sm:flex-auto">
        <Banknote aria-hidden="true" />
        {t('pay.button')}
      </Button>
      {open && due.isError && (
        <Dialog open onOpenChange={setOpen} title={t('pay.title')}>
          <ErrorState onRetry={due.refetch} retrying={due.isFetching}>
            {errorText(due.error)}
          </ErrorState>
        </Dialog>
      )}
      {open && due.isPending && (
        <Dialog open onOpenChange={setOpen} title={t('pay.title')}>
          <ListSkeleton rows={4} />
        </Dialog>
      )}
      {open && due.data && (
        <PayDialog
          {...{ workplaceId, day, today }}
          due={due.data}
          onClose={() => setOpen(false)}
          onStale={due.refetch}
        />
      )}
    </>
  )
}

interface PayDialogProps extends PayButtonProps {
  due: Due
  onClose: () => void
  onStale: () => unknown
}

function PayDialog({ workplaceId, day, today, due, onClose, onStale }: PayDialogProps) {
  const t = useTranslations('payments')
  const errorText = useErrorText()
  const money = useMoneyText()
  const trpc = useTRPC()
  const queries = useQueryClient()
  const ready = due.people.filter(({ state }) => state === 'READY')
  const [left, setLeft] = useState<readonly string[]>([])
  const [paidOn, setPaidOn] = useState(today)
  const [method, setMethod] = useState<(typeof paymentMethods)[number]>('TRANSFER')
  const [reference, setReference] = useState('')
  const chosen = ready.filter(({ employmentId }) => !left.includes(employmentId))
  const total = chosen.reduce((sum, one) => sum + one.total.amount, 0)
  const pay = useMutation(
    trpc.payments.pay.mutationOptions({
      onSuccess: async ({ paymentIds }) => {
        toast.success(t('pay.done', { count: paymentIds.length }))
        onClose()
        await Promise.all([
          queries.invalidateQueries(trpc.payPeriods.pathFilter()),
          queries.invalidateQueries(trpc.payments.pathFilter()),
        ])
      },
      // What is due is another by now: it is shown anew, beside what was wrong.
      onError: onStale,
    }),
  )
  const payments = chosen.map(({ employmentId, total }) => ({ employmentId, amount: total.amount }))
  const toggle = (id: string) => setLeft(left.includes(id) ? left.filter((one) => one !== id) : [...left, id])
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('pay.title')}
      description={t('pay.hint')}
      footer={
        ready.length > 0 && (
          <Button
            loading={pay.isPending}
            disabled={chosen.length === 0}
            onClick={() => pay.mutate({ workplaceId, day, payments, paidOn, method, reference })}
          >
            {t('pay.confirm', { count: chosen.length, total: money({ ...due.place, amount: total }) })}
          </Button>
        )
      }
    >
      <div className="grid gap-5">
        {ready.length === 0 ? (
          <p className="text-muted">{t('pay.none')}</p>
        ) : (
          <>
            <fieldset className="grid">
              <legend className="font-semibold text-sm">{t('pay.people')}</legend>
              {ready.map((person) => (
                <Checkbox
                  key={person.employmentId}
                  checked={!left.includes(person.employmentId)}
                  onChange={() => toggle(person.employmentId)}
                  label={<DueName person={person} />}
                  hint={<Adjustments person={person} />}
                />
              ))}
            </fieldset>
            <PaymentFields {...{ paidOn, setPaidOn, method, setMethod, reference, setReference }} />
          </>
        )}
        <FormError>{pay.error && errorText(pay.error)}</FormError>
      </div>
    </Dialog>
  )
}

function DueName({ person }: { person: DuePerson }) {
  const money = useMoneyText()
  return (
    <span className="flex flex-wrap justify-between gap-x-4">
      <span translate="no" className="wrap-anywhere font-semibold">
        {person.name}
      </span>
      <span className="tabular-nums">{money(person.total)}</span>
    </span>
  )
}

function Adjustments({ person: { adjustments, carried } }: { person: DuePerson }) {
  const t = useTranslations('payments')
  const money = useMoneyText()
  const left = carried.amount > 0 ? t('pay.carried', { amount: money(carried) }) : null
  if (adjustments.length === 0) return left
  const amount = adjustments.reduce((sum, one) => sum + one.amount.amount, 0)
  const currency = adjustments[0]?.amount.currency ?? ''
  const adjusted = t('pay.adjusted', { amount: money({ amount, currency }), count: adjustments.length })
  return left ? `${adjusted}. ${left}` : adjusted
}
