'use client'

import { useQuery } from '@tanstack/react-query'
import { Archive } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { TeamTab } from '@/components/employments/team-tab'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Badge } from '@/components/ui/badge'
import { PageHeader } from '@/components/ui/page-header'
import { Tabs } from '@/components/ui/tabs'
import { timeZoneLabel } from '../places/time-zones'
import { useCountryName } from './country-names'
import { FirstSteps } from './first-steps'
import { useTab } from './use-tab'
import type { Workplace } from './workplace'
import { WorkplaceSettings } from './workplace-settings'
import type { WorkplaceTab } from './workplace-tabs'

interface WorkplacePageProps {
  tab: WorkplaceTab
  initial: Workplace
}

export function WorkplacePage({ tab: firstTab, initial }: WorkplacePageProps) {
  const t = useTranslations('workplaces')
  const countryName = useCountryName()
  const trpc = useTRPC()
  const [tab, setTab] = useTab(firstTab)
  const { data: workplace } = useQuery(
    trpc.workplaces.byId.queryOptions(
      { workplaceId: initial.id },
      { initialData: initial, refetchInterval: 15_000 },
    ),
  )
  const { name, country, currency, timeZone, archivedAt } = workplace
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
      />
      <Tabs
        label={name}
        value={tab}
        onValueChange={setTab}
        tabs={[
          {
            value: 'overview',
            label: t('page.tab.overview'),
            content: <FirstSteps workplace={workplace} onGo={setTab} />,
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
            content: <WorkplaceSettings workplace={workplace} />,
          },
        ]}
      />
    </>
  )
}
