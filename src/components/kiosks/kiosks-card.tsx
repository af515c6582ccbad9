'use client'

import { useQuery } from '@tanstack/react-query'
import { Plus, TabletSmartphone } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Button } from '@/components/ui/button'
import { Card, CardHeader } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorState } from '@/components/ui/error-state'
import { later, whenOpened } from '@/components/ui/later'
import { ListSkeleton } from '@/components/ui/skeleton'
import { useErrorText } from '@/components/words/error-words'
import type { KioskLink } from './kiosk-link-dialog'
import { KioskRow } from './kiosk-row'

const KioskLinkDialog = later(
  () => import('./kiosk-link-dialog').then(({ KioskLinkDialog }) => KioskLinkDialog),
  { when: ({ link }) => link !== null },
)
const AddKioskDialog = whenOpened(() =>
  import('./add-kiosk-dialog').then(({ AddKioskDialog }) => AddKioskDialog),
)

interface KiosksCardProps {
  placeId: string
  timeZone: string
}

/** The kiosks at the door of a class: who they are, whether they are there, and how another one becomes one. */
export function KiosksCard({ placeId, timeZone }: KiosksCardProps) {
  const t = useTranslations('kiosks')
  const ui = useTranslations('ui')
  const errorText = useErrorText()
  const trpc = useTRPC()
  const kiosks = useQuery(trpc.kiosks.ofPlace.queryOptions({ placeId }, { refetchInterval: 10_000 }))
  const { data: bar } = useQuery(trpc.kiosks.walkThroughBar.queryOptions({ placeId }))
  const [adding, setAdding] = useState(false)
  const [link, setLink] = useState<KioskLink | null>(null)

  function show(made: KioskLink) {
    setAdding(false)
    setLink(made)
    void kiosks.refetch()
  }

  return (
    <Card>
      <CardHeader
        title={t('card.title')}
        description={t('card.hint')}
        actions={
          <Button variant="secondary" size="sm" onClick={() => setAdding(true)}>
            <Plus aria-hidden="true" />
            {ui('add')}
          </Button>
        }
      />
      {kiosks.isPending ? (
        <ListSkeleton rows={2} />
      ) : kiosks.isError && !kiosks.data ? (
        <ErrorState onRetry={kiosks.refetch} retrying={kiosks.isFetching}>
          {errorText(kiosks.error)}
        </ErrorState>
      ) : kiosks.data.length === 0 ? (
        <EmptyState icon={<TabletSmartphone />} title={t('card.none')}>
          {t('card.noneHint')}
        </EmptyState>
      ) : (
        <ul className="divide-y">
          {kiosks.data.map((kiosk) => (
            <KioskRow key={kiosk.id} kiosk={kiosk} bar={bar} timeZone={timeZone} onLink={show} />
          ))}
        </ul>
      )}
      <AddKioskDialog placeId={placeId} bar={bar} open={adding} onOpenChange={setAdding} onAdded={show} />
      <KioskLinkDialog
        link={link}
        kiosk={kiosks.data?.find(({ id }) => id === link?.kioskId)}
        timeZone={timeZone}
        onClose={() => setLink(null)}
      />
    </Card>
  )
}
