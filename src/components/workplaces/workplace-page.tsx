'use client'

import { useQuery } from '@tanstack/react-query'
import { Archive, Banknote, CalendarDays, ChartColumn, DoorOpen } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { OverviewNow } from '@/components/overview/overview'
import { WorkplaceOverview } from '@/components/overview/workplace-now'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { classNames } from '@/components/ui/class-names'
import { later } from '@/components/ui/later'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import { ListSkeleton } from '@/components/ui/skeleton'
import { Tabs } from '@/components/ui/tabs'
import { timeZoneLabel } from '../places/time-zones'
import { useCountryName } from './country-names'
import { FirstSteps } from './first-steps'
import { useTab } from './use-tab'
import type { Workplace } from './workplace'
import { type WorkplaceTab, workplaceTabs } from './workplace-tabs'

const TeamTab = later(() => import('@/components/employments/team-tab').then(({ TeamTab }) => TeamTab), {
  meanwhile: <ListSkeleton />,
})

const WorkplaceSettings = later(
  () => import('./workplace-settings').then(({ WorkplaceSettings }) => WorkplaceSettings),
  {
    meanwhile: <ListSkeleton />,
  },
)

interface WorkplacePageProps {
  tab: WorkplaceTab
  initial: Workplace
  overview: OverviewNow
}

export function WorkplacePage({ tab: firstTab, initial, overview }: WorkplacePageProps) {
  const t = useTranslations('workplaces')
  const countryName = useCountryName()
  const trpc = useTRPC()
  const [tab, setTab] = useTab(firstTab, workplaceTabs)
  const { data: workplace } = useQuery(
    trpc.workplaces.byId.queryOptions(
      { workplaceId: initial.id },
      { initialData: initial, refetchInterval: 15_000 },
    ),
  )
  const { name, country, currency, timeZone, archivedAt } = workplace
  const used = workplace.steps.clockedIn
  return (
    <>
      <PageHeader
        title={name}
        aside={
          archivedAt && (
            <Badge tone="caution" icon={<Archive aria-hidden="true" />}>
              {t('page.archived')}
            </Badge>
          )
        }
        description={t('page.description', {
          country: countryName(country),
          currency,
          zone: timeZoneLabel(timeZone),
        })}
        back={{ href: '/employ', label: t('page.back') }}
        actions={<PageLinks workplace={workplace} />}
      />
      <Tabs
        label={name}
        value={tab}
        onValueChange={setTab}
        tabs={[
          {
            value: 'overview',
            label: t('page.tab.overview'),
            content: (
              <div className={classNames('grid items-start gap-6', !used && 'lg:grid-cols-2')}>
                <Card>
                  <WorkplaceOverview workplaceId={workplace.id} initial={overview} alone wide={used} />
                </Card>
                <FirstSteps workplace={workplace} />
              </div>
            ),
          },
          {
            value: 'team',
            label: t('page.tab.team'),
            count: workplace.steps.people,
            content: <TeamTab workplace={workplace} />,
          },
          {
            value: 'settings',
            label: t('page.tab.settings'),
            keeps: true,
            content: <WorkplaceSettings workplace={workplace} />,
          },
        ]}
      />
    </>
  )
}

/** To who is in now, and for whoever decides about hours or sees wages to the pay. */
function PageLinks({ workplace: { id, owns, may } }: { workplace: Workplace }) {
  const t = useTranslations('workplaces')
  const words = useTranslations('overview')
  const here = `/employ/workplaces/${id}`
  return (
    <>
      <LinkButton href={`${here}/now`}>
        <DoorOpen aria-hidden="true" />
        {t('page.now')}
      </LinkButton>
      {(owns || may.mayApprove || may.seesWages) && (
        <>
          <LinkButton href={`${here}/week/now`} variant="secondary">
            <CalendarDays aria-hidden="true" />
            {words('links.week')}
          </LinkButton>
          <LinkButton href={`${here}/trends`} variant="secondary">
            <ChartColumn aria-hidden="true" />
            {words('pages.trends')}
          </LinkButton>
          <LinkButton href={`${here}/pay`} variant="secondary">
            <Banknote aria-hidden="true" />
            {t('page.pay')}
          </LinkButton>
        </>
      )}
    </>
  )
}
