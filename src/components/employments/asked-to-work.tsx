'use client'

import { useMutation, useQuery } from '@tanstack/react-query'
import { HardHat } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { ActionError } from '@/components/providers/action-error'
import type { ApiOutput } from '@/components/providers/api-output'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { toast } from '@/components/ui/toast'
import { useDayText } from '@/components/words/calendar-day'
import { useMoneyText } from '@/components/words/money'
import { useReloadTeam } from './use-reload-team'

type Asked = ApiOutput['employments']['asked'][number]

/** Who asks the person to work for them, by their email; nothing where nobody does. */
export function AskedToWork({ initial }: { initial: Asked[] }) {
  const t = useTranslations('employments')
  const trpc = useTRPC()
  const { data } = useQuery(trpc.employments.asked.queryOptions(undefined, { initialData: initial }))
  if (data.length === 0) return null
  return (
    <section aria-label={t('asked.title')} className="mb-6 grid gap-3">
      {data.map((asked) => (
        <AskedRow key={asked.id} asked={asked} />
      ))}
    </section>
  )
}

/** What was agreed, in a line. */
function useTermsText() {
  const t = useTranslations('employments')
  const dayText = useDayText()
  const moneyText = useMoneyText()
  return ({ startedOn, jobTitle, minorPerHour, currency }: Asked) => {
    const day = dayText(startedOn)
    const from = jobTitle ? t('asked.fromAs', { day, job: jobTitle }) : t('asked.from', { day })
    if (minorPerHour === null) return from
    return `${from} · ${t('rates.an', { amount: moneyText({ amount: minorPerHour, currency }) })}`
  }
}

interface AskedRowProps {
  asked: Asked
  /** Where it came by a link: the link. */
  link?: string
}

export function AskedRow({ asked, link }: AskedRowProps) {
  const t = useTranslations('employments')
  const termsText = useTermsText()
  const trpc = useTRPC()
  const router = useRouter()
  const reload = useReloadTeam()
  const { id: invitationId, workplace, by } = asked
  const accepted = {
    onSuccess: async () => {
      toast.success(t('asked.accepted', { workplace }))
      await reload()
      router.push('/work/workplaces')
      router.refresh()
    },
  }
  const accept = useMutation(trpc.employments.accept.mutationOptions(accepted))
  const acceptLink = useMutation(trpc.employments.acceptLink.mutationOptions(accepted))
  const decline = useMutation(trpc.employments.decline.mutationOptions({ onSuccess: reload }))
  return (
    <Notice
      icon={<HardHat />}
      title={t('asked.asks', { by, workplace })}
      action={
        <div className="flex flex-wrap gap-2">
          <Button
            size="sm"
            loading={accept.isPending || acceptLink.isPending}
            onClick={() => (link ? acceptLink.mutate({ link }) : accept.mutate({ invitationId }))}
          >
            {t('asked.accept')}
          </Button>
          {!link && (
            <Button
              size="sm"
              variant="ghost"
              loading={decline.isPending}
              onClick={() => decline.mutate({ invitationId })}
            >
              {t('asked.decline')}
            </Button>
          )}
        </div>
      }
    >
      {termsText(asked)}
      <ActionError error={accept.error ?? acceptLink.error ?? decline.error} />
    </Notice>
  )
}
