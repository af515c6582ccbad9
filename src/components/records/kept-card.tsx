'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Eraser } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { ApiOutput } from '@/components/providers/api-output'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Button } from '@/components/ui/button'
import { Card, CardHeader } from '@/components/ui/card'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { toast } from '@/components/ui/toast'
import { useDayText } from '@/components/words/calendar-day'

type Kept = ApiOutput['records']['kept']

/** How long the records of a workplace are kept, and erasing those that are past that. */
export function KeptCard({ workplaceId }: { workplaceId: string }) {
  const t = useTranslations('records')
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { data } = useQuery(trpc.records.kept.queryOptions({ workplaceId }))
  const erase = useMutation(trpc.records.erase.mutationOptions())
  const dayText = useDayText()
  const [asking, setAsking] = useState(false)
  if (!data) return null
  const { past, years, before } = data
  const none = past.entries + past.payments === 0

  async function confirm() {
    const erased = await erase.mutateAsync({ workplaceId, before })
    await queries.invalidateQueries(trpc.records.pathFilter())
    toast.success(t('kept.erased', { entries: erased.entries, payments: erased.payments }))
  }
  return (
    <Card>
      <CardHeader title={t('kept.title')} description={t('kept.hint')} />
      <KeptFor {...data} />
      {!none && (
        <div className="mt-4 grid justify-items-start gap-3">
          <p>{t('kept.past', { ...past, day: dayText(before) })}</p>
          <Button variant="secondary" onClick={() => setAsking(true)}>
            <Eraser aria-hidden="true" />
            {t('kept.erase')}
          </Button>
        </div>
      )}
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t('kept.question', { day: dayText(before) })}
        consequence={t('kept.consequence', { ...past, years })}
        confirm={t('kept.confirm')}
        onConfirm={confirm}
      />
    </Card>
  )
}

function KeptFor({ years, source, earliest, past }: Kept) {
  const t = useTranslations('records')
  const dayText = useDayText()
  return (
    <div className="grid gap-1">
      <p>
        {source
          ? t.rich('kept.source', {
              ...{ years, citation: source.citation },
              a: (words) => (
                <a href={source.url} className="text-accent-ink underline" rel="noreferrer" target="_blank">
                  {words}
                </a>
              ),
            })
          : t('kept.noSource', { years })}
      </p>
      {earliest && past.entries === 0 && (
        <p className="text-muted text-sm">
          {t('kept.earliest', { day: dayText(earliest.day), on: dayText(earliest.erasableOn) })}
        </p>
      )}
    </div>
  )
}
