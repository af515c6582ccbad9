'use client'

import { InspectionsCard } from '@/components/inspections/inspections-card'
import { KiosksCard } from '@/components/kiosks/kiosks-card'
import { LeadersCard } from '@/components/places/leaders-card'
import { KeptCard } from '@/components/records/kept-card'
import { ArchiveWorkplace } from './archive-workplace'
import { ExceptionsCard } from './exceptions-card'
import { HolidaysCard } from './holidays-card'
import { KindsCard } from './kinds-card'
import { RulesCard } from './rules-card'
import { SettingsCard } from './settings-card'
import { SitesCard } from './sites-card'
import type { Workplace } from './workplace'

export function WorkplaceSettings({ workplace }: { workplace: Workplace }) {
  const { id, name, timeZone, archivedAt, owns } = workplace
  return (
    <div className="grid items-start gap-6 lg:grid-cols-2">
      <div className="grid gap-6">
        {owns && <SettingsCard workplace={workplace} />}
        <RulesCard workplace={workplace} />
        {owns && <InspectionsCard workplaceId={id} timeZone={timeZone} />}
        {owns && <KeptCard workplaceId={id} />}
        {owns && <ArchiveWorkplace workplaceId={id} name={name} archived={archivedAt !== null} />}
      </div>
      <div className="grid gap-6">
        {!archivedAt && (
          <div id="kiosks" className="scroll-mt-20">
            <KiosksCard placeId={id} timeZone={timeZone} />
          </div>
        )}
        <LeadersCard placeId={id} kind="WORKPLACE" name={name} />
        {owns && <KindsCard workplace={workplace} />}
        {owns && <SitesCard workplace={workplace} />}
        {owns && <HolidaysCard workplace={workplace} />}
        {owns && !archivedAt && <ExceptionsCard workplace={workplace} />}
      </div>
    </div>
  )
}
