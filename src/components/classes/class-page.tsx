'use client'

import { useQuery } from '@tanstack/react-query'
import { Archive } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useAddress } from '@/components/lists/use-filters'
import type { ApiOutput } from '@/components/providers/api-output'
import { useTRPC } from '@/components/providers/trpc-provider'
import { SessionList } from '@/components/sessions/session-list'
import { StartSession } from '@/components/sessions/start-session'
import { Badge } from '@/components/ui/badge'
import { later } from '@/components/ui/later'
import { PageHeader } from '@/components/ui/page-header'
import { ListSkeleton, Skeleton } from '@/components/ui/skeleton'
import { Tabs } from '@/components/ui/tabs'
import { spacedCode } from '../places/join-code'
import { timeZoneLabel } from '../places/time-zones'
import { classAddress } from './class-tabs'
import { Roster } from './roster'

const JoinPanel = later(() => import('./join-panel').then(({ JoinPanel }) => JoinPanel), {
  meanwhile: <Skeleton className="h-80!" />,
})
const ClassSettings = later(() => import('./class-settings').then(({ ClassSettings }) => ClassSettings), {
  meanwhile: <ListSkeleton />,
})

interface ClassPageProps {
  initial: {
    schoolClass: ApiOutput['classes']['byId']
    roster: ApiOutput['places']['members']
    sessions: ApiOutput['sessions']['ofClass']
    planned: ApiOutput['sessions']['planned']
  }
}

export function ClassPage({ initial }: ClassPageProps) {
  const t = useTranslations('classes')
  const trpc = useTRPC()
  const classId = initial.schoolClass.id
  const [{ tab }, change] = useAddress(classAddress)
  const { data: schoolClass } = useQuery(
    trpc.classes.byId.queryOptions({ classId }, { initialData: initial.schoolClass }),
  )
  const { data: roster } = useQuery(
    trpc.places.members.queryOptions({ placeId: classId }, { initialData: initial.roster }),
  )
  const { name, timeZone, lateAfterMinutes, joinCode, archivedAt } = schoolClass

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
          students: roster.length,
          code: spacedCode(joinCode),
          minutes: lateAfterMinutes,
          zone: timeZoneLabel(timeZone),
        })}
        back={{ href: '/teach', label: t('page.back') }}
        actions={!archivedAt && <StartSession schoolClass={schoolClass} />}
      />
      <Tabs
        label={name}
        value={tab}
        onValueChange={(next) => change({ tab: next === 'sessions' ? null : next })}
        tabs={[
          {
            value: 'sessions',
            label: t('page.tab.sessions'),
            content: <SessionList schoolClass={schoolClass} initial={initial} />,
          },
          {
            value: 'students',
            label: t('page.tab.students'),
            count: roster.length,
            content: (
              <div className="grid items-start gap-6 lg:grid-cols-[1fr_22rem]">
                <Roster classId={classId} timeZone={timeZone} />
                {!archivedAt && (
                  <div className={roster.length === 0 ? 'max-lg:order-first' : ''}>
                    <JoinPanel classId={classId} name={name} joinCode={joinCode} />
                  </div>
                )}
              </div>
            ),
          },
          {
            value: 'settings',
            label: t('page.tab.settings'),
            keeps: true,
            content: <ClassSettings schoolClass={schoolClass} />,
          },
        ]}
      />
    </>
  )
}
