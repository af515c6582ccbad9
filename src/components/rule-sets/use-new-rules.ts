'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useTRPC } from '@/components/providers/trpc-provider'
import { toast } from '@/components/ui/toast'
import { useDayText } from '@/components/words/calendar-day'
import { fieldError } from '@/domain/field-errors'
import { presets } from '@/domain/pay/presets'
import { readRulesForm } from '@/domain/rule-form-reading'
import { type RulesForm, rulesForm } from '@/domain/rule-forms'
import type { Start } from './begin-section'
import { inForce, type RuleBook } from './rule-versions'

function useSaveRules({ workplace: { id } }: RuleBook) {
  const t = useTranslations('rule-sets')
  const dayText = useDayText()
  const trpc = useTRPC()
  const queries = useQueryClient()
  const router = useRouter()
  return useMutation(
    trpc.workplaces.setRules.mutationOptions({
      onSuccess: async (_, { from }) => {
        void queries.invalidateQueries(trpc.payPeriods.pathFilter())
        await queries.invalidateQueries(trpc.workplaces.pathFilter())
        toast.success(t('form.saved', { day: dayText(from) }))
        router.push(`/employ/workplaces/${id}/rules`)
        router.refresh()
      },
    }),
  )
}

/** The form of other rules: what is typed, what it says, and what is wrong with it once somebody has tried to save. */
export function useNewRules(book: RuleBook) {
  const { workplace, today } = book
  const { id: workplaceId, currency } = workplace
  const now = inForce(book)
  const rulesOfStart = (start: Start) => (start === 'current' ? (now?.rules ?? {}) : presets[start].rules)
  const [start, setStart] = useState<Start>('current')
  const [form, setForm] = useState(() => rulesForm(rulesOfStart('current'), currency))
  const [from, setFrom] = useState(today)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const save = useSaveRules(book)
  const { rules, errors } = readRulesForm(form, currency)
  const preset = start === 'current' ? (now?.preset ?? 'none') : start
  const past = from !== '' && from < today
  const complete = rules && from && (!past || reason.trim()) ? { rules, from } : null
  return {
    ...{ rules, preset, save },
    wrong: tried && !complete,
    section: {
      ...{ form, errors: tried ? errors : {} },
      change: (changes: Partial<RulesForm>) => setForm((typed) => ({ ...typed, ...changes })),
    },
    begin: {
      ...{ start, from, past, reason, onFrom: setFrom, onReason: setReason },
      fromError: tried && !from ? fieldError('required') : undefined,
      reasonError: tried && past && !reason.trim() ? fieldError('reason_missing') : undefined,
      onStart: (chosen: Start) => {
        setStart(chosen)
        setForm(rulesForm(rulesOfStart(chosen), currency))
      },
    },
    /** Whether there was nothing wrong. */
    submit: () => {
      setTried(true)
      if (!complete) return false
      if (!save.isPending && !save.isSuccess)
        save.mutate({ workplaceId, ...complete, preset, ...(past && { reason: reason.trim() }) })
      return true
    },
  }
}
