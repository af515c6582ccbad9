'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Ellipsis, KeyRound, LogOut, UserMinus, Wallet } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { ApiOutput } from '@/components/providers/api-output'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Avatar } from '@/components/ui/avatar'
import { Badge } from '@/components/ui/badge'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { DropdownMenu, MenuItem } from '@/components/ui/dropdown-menu'
import { IconButton } from '@/components/ui/icon-button'
import { toast } from '@/components/ui/toast'
import { LeaderRightsDialog, RightBadges } from './leader-rights'
import type { PlaceKind } from './place-kind'

type Leader = ApiOutput['places']['leaders']['leaders'][number]
type Wish = 'handOver' | 'remove' | 'leave'

interface LeaderRowProps {
  place: { placeId: string; kind: PlaceKind; name: string }
  leader: Leader
  /** Whether the person who looks at it owns the place. */
  owns: boolean
  onLeft: () => void
}

export function LeaderRow({ place, leader, owns, onLeft }: LeaderRowProps) {
  const t = useTranslations('places')
  const { name, role, self } = leader
  const [wish, setWish] = useState<Wish | null>(null)
  const [granting, setGranting] = useState(false)
  const grants = owns && role === 'ASSISTANT' && place.kind === 'WORKPLACE'
  const mayLeave = self && role === 'ASSISTANT'
  return (
    <li className="flex items-center gap-3 py-3">
      <Avatar name={name} />
      <div className="min-w-0 flex-1">
        <p className="wrap-anywhere font-semibold">{self ? t('leaders.you', { name }) : name}</p>
        <RightBadges leader={leader} />
      </div>
      <Badge tone={role === 'OWNER' ? 'accent' : 'neutral'}>{t(`role.${role}`, { kind: place.kind })}</Badge>
      {((owns && !self) || mayLeave) && (
        <DropdownMenu
          trigger={<IconButton label={t('leaders.more', { name })} icon={<Ellipsis />} tooltip={false} />}
        >
          {grants && (
            <MenuItem icon={<Wallet aria-hidden="true" />} onSelect={() => setGranting(true)}>
              {t('rights.menu')}
            </MenuItem>
          )}
          {owns && !self && (
            <>
              <MenuItem icon={<KeyRound aria-hidden="true" />} onSelect={() => setWish('handOver')}>
                {t('wish.handOver.menu', { kind: place.kind })}
              </MenuItem>
              <MenuItem
                icon={<UserMinus aria-hidden="true" />}
                tone="danger"
                onSelect={() => setWish('remove')}
              >
                {t('wish.remove.menu')}
              </MenuItem>
            </>
          )}
          {mayLeave && (
            <MenuItem icon={<LogOut aria-hidden="true" />} tone="danger" onSelect={() => setWish('leave')}>
              {t('wish.leave.menu', { kind: place.kind })}
            </MenuItem>
          )}
        </DropdownMenu>
      )}
      {granting && (
        <LeaderRightsDialog workplaceId={place.placeId} leader={leader} onClose={() => setGranting(false)} />
      )}
      <Confirmation place={place} leader={leader} wish={wish} onClose={() => setWish(null)} onLeft={onLeft} />
    </li>
  )
}

interface ConfirmationProps extends Pick<LeaderRowProps, 'place' | 'leader' | 'onLeft'> {
  wish: Wish | null
  onClose: () => void
}

function Confirmation({ place, leader, wish, onClose, onLeft }: ConfirmationProps) {
  const t = useTranslations('places')
  const trpc = useTRPC()
  const queries = useQueryClient()
  const handOver = useMutation(trpc.places.handOver.mutationOptions())
  const remove = useMutation(trpc.places.removeLeader.mutationOptions())
  const leave = useMutation(trpc.places.stopLeading.mutationOptions())
  const { placeId, kind, name } = place
  const { id: userId } = leader

  async function act() {
    if (!wish) return
    if (wish === 'handOver') await handOver.mutateAsync({ placeId, userId })
    else if (wish === 'remove') await remove.mutateAsync({ placeId, userId })
    else await leave.mutateAsync({ placeId })
    toast.success(t(`wish.${wish}.done`, { name: leader.name, kind }))
    if (wish === 'leave') onLeft()
    else await queries.invalidateQueries(trpc.places.leaders.pathFilter())
    await queries.invalidateQueries(trpc.classes.pathFilter())
    await queries.invalidateQueries(trpc.workplaces.pathFilter())
  }

  if (!wish) return null
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={t(`wish.${wish}.question`, { name: leader.name, place: name })}
      consequence={t(`wish.${wish}.consequence`, { kind })}
      confirm={t(`wish.${wish}.confirm`)}
      tone={wish === 'handOver' ? 'primary' : 'danger'}
      onConfirm={act}
    />
  )
}
