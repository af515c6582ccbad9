'use client'

import { useQuery } from '@tanstack/react-query'
import { Plus, TabletSmartphone } from 'lucide-react'
import { useState } from 'react'
import { errorTextOf } from '@/components/providers/error-text'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Button } from '@/components/ui/button'
import { Card, CardHeader } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorState } from '@/components/ui/error-state'
import { ListSkeleton } from '@/components/ui/skeleton'
import { AddTabletDialog } from './add-kiosk-dialog'
import { type TabletLink, TabletLinkDialog } from './kiosk-link-dialog'
import { TabletRow } from './kiosk-row'

interface TabletsCardProps {
  classId: string
  timeZone: string
}

/** The tablets at the door of a class: who they are, whether they are there, and how another one becomes one. */
export function TabletsCard({ classId, timeZone }: TabletsCardProps) {
  const trpc = useTRPC()
  const kiosks = useQuery(trpc.kiosks.ofClass.queryOptions({ classId }, { refetchInterval: 10_000 }))
  const { data: bar } = useQuery(trpc.kiosks.walkThroughBar.queryOptions({ classId }))
  const [adding, setAdding] = useState(false)
  const [link, setLink] = useState<TabletLink | null>(null)

  function show(made: TabletLink) {
    setAdding(false)
    setLink(made)
    void kiosks.refetch()
  }

  return (
    <Card>
      <CardHeader
        title="Tablets at the door"
        description="Students step up and clock in with their face, or with their number and their face. A tablet can do nothing else."
        actions={
          <Button variant="secondary" size="sm" onClick={() => setAdding(true)}>
            <Plus aria-hidden="true" />
            Add
          </Button>
        }
      />
      {kiosks.isPending ? (
        <ListSkeleton rows={2} />
      ) : kiosks.isError && !kiosks.data ? (
        <ErrorState onRetry={kiosks.refetch} retrying={kiosks.isFetching}>
          {errorTextOf(kiosks.error)}
        </ErrorState>
      ) : kiosks.data.length === 0 ? (
        <EmptyState icon={<TabletSmartphone />} title="No tablet yet">
          Any device with a camera and a browser will do.
        </EmptyState>
      ) : (
        <ul className="divide-y">
          {kiosks.data.map((kiosk) => (
            <TabletRow key={kiosk.id} kiosk={kiosk} bar={bar} timeZone={timeZone} onLink={show} />
          ))}
        </ul>
      )}
      <AddTabletDialog classId={classId} bar={bar} open={adding} onOpenChange={setAdding} onAdded={show} />
      <TabletLinkDialog
        link={link}
        kiosk={kiosks.data?.find(({ id }) => id === link?.kioskId)}
        timeZone={timeZone}
        onClose={() => setLink(null)}
      />
    </Card>
  )
}
