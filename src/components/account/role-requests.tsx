'use client'

import { useQuery } from '@tanstack/react-query'
import { Hourglass, Info } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import type { ApiOutput } from '@/components/providers/api-output'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Notice } from '@/components/ui/notice'
import { useTimeText } from '@/components/ui/time'

interface RoleRequestsProps {
  requests: ApiOutput['appointments']['own']
  /** Whether they could let themselves in as the demo's administrator. */
  demo: boolean
}

const waiting = (requests: RoleRequestsProps['requests']) =>
  requests.filter(({ refusedAt }) => refusedAt === null).length

/** What the person asked to be: that it waits for an administrator, or that one said no. */
export function RoleRequests({ requests, demo }: RoleRequestsProps) {
  const t = useTranslations('account')
  const timeText = useTimeText()
  const trpc = useTRPC()
  const router = useRouter()
  const waits = waiting(requests) > 0
  const { data } = useQuery(
    trpc.appointments.own.queryOptions(undefined, {
      initialData: requests,
      refetchInterval: 15_000,
      enabled: waits,
    }),
  )
  // Once it is decided the whole page is another: its roles, its navigation.
  const isDecided = waiting(data) < waiting(requests)
  useEffect(() => {
    if (isDecided) router.refresh()
  }, [isDecided, router])
  if (requests.length === 0) return null
  return (
    <section aria-label={t('requests.title')} className="mb-6 grid gap-3">
      {requests.map(({ role, askedAt, refusedAt }) => (
        <Notice
          key={role}
          tone={refusedAt ? 'neutral' : 'accent'}
          icon={refusedAt ? <Info /> : <Hourglass />}
          title={refusedAt ? t('requests.refused', { role }) : t('requests.waits', { role })}
        >
          <p>
            {t(refusedAt ? 'requests.refusedText' : 'requests.waitsText', {
              day: timeText(refusedAt ?? askedAt, undefined, 'date'),
            })}
          </p>
          {!refusedAt && demo && <p>{t('signUp.roleWaitsInDemo')}</p>}
        </Notice>
      ))}
    </section>
  )
}
