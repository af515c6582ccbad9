'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { UserSearch, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ActionError } from '@/components/providers/action-error'
import type { ApiOutput } from '@/components/providers/api-output'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Button } from '@/components/ui/button'
import { Card, CardHeader } from '@/components/ui/card'
import { IconButton } from '@/components/ui/icon-button'
import { later } from '@/components/ui/later'
import { useTimeText } from '@/components/ui/time'
import { useMonthText } from '@/components/words/calendar-day'
import { InspectionLinkDialog } from './inspection-link-dialog'

const NewInspectionDialog = later(() =>
  import('./new-inspection-dialog').then(({ NewInspectionDialog }) => NewInspectionDialog),
)

interface InspectionsCardProps {
  workplaceId: string
  timeZone: string
}

type Made = ApiOutput['inspections']['make']

/** Who may read the records of a workplace by a link, until when. */
export function InspectionsCard({ workplaceId, timeZone }: InspectionsCardProps) {
  const t = useTranslations('inspections')
  const trpc = useTRPC()
  const queries = useQueryClient()
  const reload = () => queries.invalidateQueries(trpc.inspections.pathFilter())
  const { data } = useQuery(trpc.inspections.ofWorkplace.queryOptions({ workplaceId }))
  const revoke = useMutation(trpc.inspections.revoke.mutationOptions({ onSettled: reload }))
  const [making, setMaking] = useState(false)
  const [made, setMade] = useState<Made | null>(null)
  return (
    <Card>
      <CardHeader title={t('card.title')} description={t('card.hint')} />
      <ul className="mb-3 divide-y">
        {data?.map((one) => (
          <Row
            key={one.id}
            inspection={one}
            timeZone={timeZone}
            onRevoke={() => revoke.mutate({ inspectionId: one.id })}
          />
        ))}
      </ul>
      <Button variant="secondary" onClick={() => setMaking(true)}>
        <UserSearch aria-hidden="true" />
        {t('card.new')}
      </Button>
      <ActionError error={revoke.error} />
      {making && (
        <NewInspectionDialog
          {...{ workplaceId, timeZone }}
          onClose={() => setMaking(false)}
          onMade={(link) => {
            setMaking(false)
            setMade(link)
            void reload()
          }}
        />
      )}
      <InspectionLinkDialog link={made} onClose={() => setMade(null)} />
    </Card>
  )
}

interface RowProps {
  inspection: ApiOutput['inspections']['ofWorkplace'][number]
  timeZone: string
  onRevoke: () => void
}

function Row({ inspection, timeZone, onRevoke }: RowProps) {
  const t = useTranslations('inspections')
  const monthText = useMonthText()
  const timeText = useTimeText()
  const { name, from, to, wages, expiresAt, lastUsedAt } = inspection
  const at = (time: Date) => timeText(time, timeZone, 'dateTime')
  return (
    <li className="flex items-center gap-3 py-2">
      <div className="min-w-0 flex-1">
        <p className="wrap-anywhere font-semibold">{name}</p>
        <p className="text-muted text-sm">
          {t('card.months', { from: monthText(from), to: monthText(to), wages: wages ? 'yes' : 'no' })}
        </p>
        <p className="text-muted text-sm">
          {lastUsedAt
            ? t('card.used', { until: at(expiresAt), last: at(lastUsedAt) })
            : t('card.unused', { until: at(expiresAt) })}
        </p>
      </div>
      <IconButton label={t('card.revoke', { name })} icon={<X />} onClick={onRevoke} />
    </li>
  )
}
