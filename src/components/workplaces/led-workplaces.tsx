'use client'

import { useQuery } from '@tanstack/react-query'
import { Archive, Briefcase, Plus, Users } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { OverviewNow } from '@/components/overview/overview'
import { WorkplaceOverview } from '@/components/overview/workplace-now'
import { OwnInvitations } from '@/components/places/own-invitations'
import type { ApiOutput } from '@/components/providers/api-output'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorState } from '@/components/ui/error-state'
import { whenOpened } from '@/components/ui/later'
import { Link } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { ListSkeleton } from '@/components/ui/skeleton'
import { Tabs } from '@/components/ui/tabs'
import { useErrorText } from '@/components/words/error-words'
import { useCountryName } from './country-names'

const NewWorkplaceDialog = whenOpened(() =>
  import('./new-workplace-dialog').then(({ NewWorkplaceDialog }) => NewWorkplaceDialog),
)

type Workplace = ApiOutput['workplaces']['led'][number]

interface LedWorkplacesProps {
  initial: Workplace[]
  invitations: ApiOutput['places']['invitations']
  overview: OverviewNow
}

export function LedWorkplaces({ initial, invitations, overview }: LedWorkplacesProps) {
  const t = useTranslations('workplaces')
  const errorText = useErrorText()
  const trpc = useTRPC()
  const { data: workplaces, error } = useQuery(
    trpc.workplaces.led.queryOptions(
      { archived: false },
      { initialData: initial, refetchOnWindowFocus: 'always' },
    ),
  )
  const [creating, setCreating] = useState(false)
  const newWorkplace = (
    <Button onClick={() => setCreating(true)}>
      <Plus aria-hidden="true" />
      {t('new.button')}
    </Button>
  )
  return (
    <>
      <PageHeader title={t('title')} actions={workplaces.length > 0 && newWorkplace} />
      <OwnInvitations initial={invitations} />
      {error && (
        <Notice tone="caution" className="mb-4">
          {errorText(error)}
        </Notice>
      )}
      <Tabs
        label={t('title')}
        tabs={[
          {
            value: 'current',
            label: t('list.current'),
            count: workplaces.length,
            content:
              workplaces.length === 0 ? (
                <EmptyState icon={<Briefcase />} title={t('list.first')} action={newWorkplace}>
                  {t('list.firstHint')}
                </EmptyState>
              ) : (
                <WorkplaceCards workplaces={workplaces} overview={overview} />
              ),
          },
          { value: 'archived', label: t('list.archived'), content: <ArchivedWorkplaces /> },
        ]}
      />
      <NewWorkplaceDialog open={creating} onOpenChange={setCreating} />
    </>
  )
}

interface WorkplaceCardsProps {
  workplaces: readonly Workplace[]
  /** How they stand now; left out for those put away. */
  overview?: OverviewNow
}

function WorkplaceCards({ workplaces, overview }: WorkplaceCardsProps) {
  const t = useTranslations('workplaces')
  const countryName = useCountryName()
  return (
    <ul className="grid gap-4 sm:grid-cols-[repeat(auto-fill,minmax(20rem,1fr))]">
      {workplaces.map(({ id, name, country, people, assists }) => (
        <li key={id}>
          <Card className="h-full">
            <h2 className="wrap-anywhere font-bold text-xl">
              <Link href={`/employ/workplaces/${id}`} className="rounded-sm hover:underline">
                {name}
              </Link>
            </h2>
            <p className="mt-1 flex flex-wrap items-center gap-x-4 gap-y-1 text-muted text-sm">
              <span className="inline-flex items-center gap-1.5">
                <Users aria-hidden="true" className="size-4.5" />
                {t('people', { count: people })}
              </span>
              <span>{countryName(country)}</span>
              {assists && <Badge>{t('card.assist')}</Badge>}
            </p>
            {overview && (
              <div className="mt-4">
                <WorkplaceOverview workplaceId={id} initial={overview} />
              </div>
            )}
          </Card>
        </li>
      ))}
    </ul>
  )
}

function ArchivedWorkplaces() {
  const t = useTranslations('workplaces')
  const errorText = useErrorText()
  const trpc = useTRPC()
  const archived = useQuery(trpc.workplaces.led.queryOptions({ archived: true }))
  if (archived.isPending) return <ListSkeleton rows={2} />
  if (archived.isError)
    return (
      <ErrorState onRetry={archived.refetch} retrying={archived.isFetching}>
        {errorText(archived.error)}
      </ErrorState>
    )
  if (archived.data.length === 0)
    return (
      <EmptyState icon={<Archive />} title={t('list.archivedNone')}>
        {t('list.archivedNoneHint')}
      </EmptyState>
    )
  return <WorkplaceCards workplaces={archived.data} />
}
