'use client'

import { useQuery } from '@tanstack/react-query'
import { ChevronRight, CircleCheck } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { ActionError } from '@/components/providers/action-error'
import type { ApiOutput } from '@/components/providers/api-output'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Card, CardHeader } from '@/components/ui/card'
import { Link } from '@/components/ui/link'

type Needs = ApiOutput['admin']['needs']

const counted = [
  { need: 'requests', href: '#waiting' },
  { need: 'forgotten', href: '#waiting' },
  { need: 'places', href: '/admin/places?state=ORPHANED' },
  { need: 'duplicates', href: '#duplicates' },
] as const

/** What an administrator has to see to today, each with the way there; or that there is nothing. */
export function NeedsYou({ initial }: { initial: Needs }) {
  const t = useTranslations('admin')
  const trpc = useTRPC()
  const { data, error } = useQuery(
    trpc.admin.needs.queryOptions(undefined, { initialData: initial, refetchInterval: 30_000 }),
  )
  const waiting = counted.filter(({ need }) => data[need] > 0)
  const nothing = waiting.length === 0 && data.recogniser
  return (
    <Card className="mb-6">
      <CardHeader title={t('needs.title')} />
      <ActionError error={error} />
      {nothing ? (
        <p className="flex items-center gap-2 text-muted">
          <CircleCheck aria-hidden="true" className="size-5 text-positive-ink" />
          {t('needs.nothing')}
        </p>
      ) : (
        <ul className="divide-y">
          {!data.recogniser && <Need href="#recognition">{t('needs.recogniser')}</Need>}
          {waiting.map(({ need, href }) => (
            <Need key={need} href={href}>
              {t(`needs.${need}`, { count: data[need] })}
            </Need>
          ))}
        </ul>
      )}
    </Card>
  )
}

function Need({ href, children }: { href: string; children: string }) {
  return (
    <li>
      <Link
        href={href}
        className="flex min-h-11 items-center justify-between gap-3 rounded-sm py-2 font-semibold hover:underline"
      >
        {children}
        <ChevronRight aria-hidden="true" className="size-5 shrink-0 text-muted rtl:-scale-x-100" />
      </Link>
    </li>
  )
}
