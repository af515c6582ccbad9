'use client'

import { useQuery } from '@tanstack/react-query'
import { Archive } from 'lucide-react'
import { useState } from 'react'
import type { ApiOutput } from '@/components/providers/api-output'
import { useTRPC } from '@/components/providers/trpc-provider'
import { SessionList } from '@/components/sessions/session-list'
import { StartSession } from '@/components/sessions/start-session'
import { Badge } from '@/components/ui/badge'
import { PageHeader } from '@/components/ui/page-header'
import { Tabs } from '@/components/ui/tabs'
import { spacedCode } from '../places/join-code'
import { timeZoneLabel } from '../places/time-zones'
import { lateRuleText, studentsText } from '../sessions/late-rule-words'
import { ClassSettings } from './class-settings'
import type { ClassTab } from './class-tabs'
import { JoinPanel } from './join-panel'
import { Roster } from './roster'

interface ClassPageProps {
  tab: ClassTab
  initial: {
    schoolClass: ApiOutput['classes']['byId']
    roster: ApiOutput['places']['members']
    sessions: ApiOutput['sessions']['ofClass']
    planned: ApiOutput['sessions']['planned']
  }
}

export function ClassPage({ tab: firstTab, initial }: ClassPageProps) {
  const trpc = useTRPC()
  const classId = initial.schoolClass.id
  const [tab, setTab] = useState<string>(firstTab)
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
              Archived
            </Badge>
          )
        }
        description={`${studentsText(roster.length)} · Code ${spacedCode(joinCode)} · ${lateRuleText(lateAfterMinutes)} · ${timeZoneLabel(timeZone)}`}
        back={{ href: '/teach', label: 'Classes' }}
        actions={!archivedAt && <StartSession schoolClass={schoolClass} />}
      />
      <Tabs
        label={name}
        value={tab}
        onValueChange={setTab}
        tabs={[
          {
            value: 'sessions',
            label: 'Sessions',
            content: <SessionList schoolClass={schoolClass} initial={initial} />,
          },
          {
            value: 'students',
            label: 'Students',
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
          { value: 'settings', label: 'Settings', content: <ClassSettings schoolClass={schoolClass} /> },
        ]}
      />
    </>
  )
}
