'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ActionError } from '@/components/providers/action-error'
import type { ApiOutput } from '@/components/providers/api-output'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Card, CardHeader } from '@/components/ui/card'
import { later } from '@/components/ui/later'
import { Link } from '@/components/ui/link'
import { PageHeader } from '@/components/ui/page-header'
import { Stat } from '@/components/ui/stat'
import { useTimeText } from '@/components/ui/time'
import { HistoryList } from './history-list'
import { PlaceBadges } from './places-page'
import { ReasonDialog } from './reason-dialog'

const GivePlaceDialog = later(() =>
  import('./give-place-dialog').then(({ GivePlaceDialog }) => GivePlaceDialog),
)

type Place = ApiOutput['admin']['place']

/** One class or workplace: who answers for it, and the ways to put somebody else in their place or to archive it. */
export function PlacePage({ initial }: { initial: Place }) {
  const t = useTranslations('admin')
  const timeText = useTimeText()
  const trpc = useTRPC()
  const [asked, setAsked] = useState<'give' | 'archive' | null>(null)
  const { data: place, error } = useQuery(
    trpc.admin.place.queryOptions({ placeId: initial.id }, { initialData: initial }),
  )
  const close = () => setAsked(null)
  return (
    <>
      <PageHeader
        title={<span translate="no">{place.name}</span>}
        description={t('places.kindOf', { kind: place.kind })}
        aside={<PlaceBadges place={place} />}
        back={{ href: '/admin/places', label: t('place.back') }}
        actions={
          <>
            <Button onClick={() => setAsked('give')}>{t('place.give.act')}</Button>
            <Button variant="secondary" onClick={() => setAsked('archive')}>
              {place.archivedAt ? t('place.restore.act') : t('place.archive.act')}
            </Button>
          </>
        }
      />
      <ActionError error={error} />
      {asked === 'give' && <GivePlaceDialog place={place} onClose={close} />}
      {asked === 'archive' && <ArchiveDialog place={place} onClose={close} />}
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <div className="grid gap-6">
          <Leaders place={place} />
          <Card>
            <CardHeader title={t('place.about')} />
            <dl className="grid grid-cols-2 gap-4">
              <Stat label={t('place.people')} value={place.people} />
              <Stat label={t('place.since')} value={timeText(place.createdAt, undefined, 'date')} />
            </dl>
          </Card>
        </div>
        <section className="grid gap-3">
          <h2 className="font-bold text-lg">{t('history.title')}</h2>
          <HistoryList placeId={place.id} />
        </section>
      </div>
    </>
  )
}

function Leaders({ place: { leaders } }: { place: Place }) {
  const t = useTranslations('admin')
  return (
    <Card>
      <CardHeader title={t('place.leaders')} description={t('place.leadersHint')} />
      <ul className="divide-y">
        {leaders.map(({ id, name, role, able }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 py-3">
            <Link
              prefetch={false}
              href={`/admin/people/${id}`}
              translate="no"
              className="wrap-anywhere rounded-sm font-semibold hover:underline"
            >
              {name}
            </Link>
            <span className="flex flex-wrap gap-2">
              {!able && <Badge tone="caution">{t('place.unable')}</Badge>}
              <Badge>{t('place.role', { role })}</Badge>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function ArchiveDialog({ place, onClose }: { place: Place; onClose: () => void }) {
  const t = useTranslations('admin')
  const trpc = useTRPC()
  const queries = useQueryClient()
  const archive = useMutation(
    trpc.admin.archivePlace.mutationOptions({
      onSuccess: () => queries.invalidateQueries(trpc.admin.pathFilter()),
    }),
  )
  const { id: placeId, name, archivedAt } = place
  const wish = archivedAt ? 'restore' : 'archive'
  return (
    <ReasonDialog
      title={t(`place.${wish}.title`, { name })}
      text={t(`place.${wish}.text`)}
      confirm={t(`place.${wish}.act`)}
      done={t(`place.${wish}.done`, { name })}
      onClose={onClose}
      act={(reason) => archive.mutateAsync({ placeId, archived: archivedAt === null, reason })}
    />
  )
}
