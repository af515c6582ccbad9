'use client'

import { Link2, ListPlus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { later } from '@/components/ui/later'
import { InvitationsCard } from './invitations-card'
import type { TeamPlace } from './team-place'
import { TeamTable } from './team-table'
import type { WorkLink } from './work-link-dialog'
import { WorkplaceCode } from './workplace-code'

const WorkLinkDialog = later(
  () => import('./work-link-dialog').then(({ WorkLinkDialog }) => WorkLinkDialog),
  { when: ({ link }) => link !== null },
)
const TeamListDialog = later(() => import('./team-list-dialog').then(({ TeamListDialog }) => TeamListDialog))
const InviteDialog = later(() => import('./invite-dialog').then(({ InviteDialog }) => InviteDialog))

/** Who works at a workplace, who was asked to, and how others come. */
export function TeamTab({ workplace }: { workplace: TeamPlace }) {
  const t = useTranslations('employments')
  const [open, setOpen] = useState<'list' | 'invite' | null>(null)
  const [link, setLink] = useState<WorkLink | null>(null)
  const close = () => setOpen(null)
  const manages = workplace.may.mayApprove
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[1fr_22rem]">
      <div className="grid min-w-0 gap-4">
        {manages && !workplace.archivedAt && (
          <div className="flex flex-wrap gap-2">
            <Button onClick={() => setOpen('list')}>
              <ListPlus aria-hidden="true" />
              {t('list.open')}
            </Button>
            <Button variant="secondary" onClick={() => setOpen('invite')}>
              <Link2 aria-hidden="true" />
              {t('invite.open')}
            </Button>
          </div>
        )}
        <TeamTable workplaceId={workplace.id} />
      </div>
      <div className="grid gap-6">
        {manages && <InvitationsCard workplaceId={workplace.id} onLink={setLink} />}
        {manages && !workplace.archivedAt && <WorkplaceCode workplace={workplace} />}
      </div>
      {open === 'list' && <TeamListDialog workplace={workplace} onClose={close} />}
      {open === 'invite' && (
        <InviteDialog
          workplace={workplace}
          onClose={close}
          onLink={(made) => {
            close()
            setLink(made)
          }}
        />
      )}
      <WorkLinkDialog link={link} onClose={() => setLink(null)} />
    </div>
  )
}
