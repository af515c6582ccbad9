'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { Notice } from '@/components/ui/notice'

/** The demo's accounts where others can reach them, by name, and the way to be rid of them. */
export function ReachableDemo() {
  const t = useTranslations('demo')
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { data } = useQuery(trpc.demo.reachable.queryOptions())
  const remove = useMutation(trpc.demo.remove.mutationOptions())
  const [asking, setAsking] = useState(false)

  async function takeAway() {
    const { firstAdminPath } = await remove.mutateAsync()
    // Whoever was one of the demo is nobody now: the page is loaded anew, without anything of theirs.
    if (firstAdminPath) window.location.assign(firstAdminPath)
    else await queries.invalidateQueries()
  }

  if (remove.data) return <Notice tone="positive" className="mb-6" title={t('removed')} />
  if (!data || data.accounts.length === 0) return null
  return (
    <Notice
      tone="caution"
      icon={<TriangleAlert />}
      className="mb-6"
      title={t('reachable.title')}
      action={
        data.removable && (
          <Button variant="danger" size="sm" onClick={() => setAsking(true)}>
            {t('reachable.remove')}
          </Button>
        )
      }
    >
      <p>{t(data.open ? 'reachable.open' : 'reachable.closed')}</p>
      <ul className="my-2 columns-2 gap-x-6">
        {data.accounts.map(({ name, email }) => (
          <li key={email} translate="no" className="wrap-anywhere">
            {t.rich('reachable.account', {
              ...{ name, email },
              address: (words) => <span className="max-sm:hidden">{words}</span>,
            })}
          </li>
        ))}
      </ul>
      {!data.removable && (
        <p>
          {t.rich('reachable.byCommand', { code: (words) => <code className="font-mono">{words}</code> })}
        </p>
      )}
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t('reachable.ask')}
        consequence={t('reachable.consequence')}
        confirm={t('reachable.remove')}
        onConfirm={takeAway}
      />
    </Notice>
  )
}
