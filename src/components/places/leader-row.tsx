'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Ellipsis, KeyRound, LogOut, UserMinus } from 'lucide-react'
import { useState } from 'react'
import { toast } from 'sonner'
import type { ApiOutput } from '@/components/providers/api-output'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Avatar } from '@/components/ui/avatar'
import { Badge } from '@/components/ui/badge'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { DropdownMenu, MenuItem } from '@/components/ui/dropdown-menu'
import { IconButton } from '@/components/ui/icon-button'

type Leader = ApiOutput['places']['leaders']['leaders'][number]
type Wish = 'hand-over' | 'remove' | 'leave'

interface LeaderRowProps {
  place: { placeId: string; name: string }
  leader: Leader
  /** Whether the person who looks at it owns the class. */
  owns: boolean
  onLeft: () => void
}

export function LeaderRow({ place, leader, owns, onLeft }: LeaderRowProps) {
  const { name, email, role, self } = leader
  const [wish, setWish] = useState<Wish | null>(null)
  const mayLeave = self && role === 'ASSISTANT'
  return (
    <li className="flex items-center gap-3 py-3">
      <Avatar name={name} />
      <div className="min-w-0 flex-1">
        <p className="wrap-anywhere font-semibold">{self ? `${name} (you)` : name}</p>
        <p className="wrap-anywhere text-muted text-sm">{email}</p>
      </div>
      <Badge tone={role === 'OWNER' ? 'accent' : 'neutral'}>{role === 'OWNER' ? 'Owner' : 'Assists'}</Badge>
      {((owns && !self) || mayLeave) && (
        <DropdownMenu
          trigger={<IconButton label={`More about ${name}`} icon={<Ellipsis />} tooltip={false} />}
        >
          {owns && !self && (
            <>
              <MenuItem icon={<KeyRound aria-hidden="true" />} onSelect={() => setWish('hand-over')}>
                Hand the class over
              </MenuItem>
              <MenuItem
                icon={<UserMinus aria-hidden="true" />}
                tone="danger"
                onSelect={() => setWish('remove')}
              >
                Remove
              </MenuItem>
            </>
          )}
          {mayLeave && (
            <MenuItem icon={<LogOut aria-hidden="true" />} tone="danger" onSelect={() => setWish('leave')}>
              Stop running this class
            </MenuItem>
          )}
        </DropdownMenu>
      )}
      <Confirmation place={place} leader={leader} wish={wish} onClose={() => setWish(null)} onLeft={onLeft} />
    </li>
  )
}

const questions = {
  'hand-over': {
    title: (name: string, place: string) => `Hand ${place} over to ${name}?`,
    consequence: 'They own it from then on, and you assist. Only they can hand it back.',
    confirm: 'Hand over',
    done: (name: string) => `${name} owns the class now.`,
  },
  remove: {
    title: (name: string, place: string) => `Remove ${name} from ${place}?`,
    consequence: 'They no longer see the class, its students or its records. What they marked stays.',
    confirm: 'Remove',
    done: (name: string) => `${name} no longer runs the class.`,
  },
  leave: {
    title: (_name: string, place: string) => `Stop running ${place}?`,
    consequence:
      'You no longer see the class, its students or its records. What you marked stays. The owner can invite you again.',
    confirm: 'Stop running it',
    done: () => 'You no longer run the class.',
  },
} as const

interface ConfirmationProps extends Pick<LeaderRowProps, 'place' | 'leader' | 'onLeft'> {
  wish: Wish | null
  onClose: () => void
}

function Confirmation({ place, leader, wish, onClose, onLeft }: ConfirmationProps) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const handOver = useMutation(trpc.places.handOver.mutationOptions())
  const remove = useMutation(trpc.places.removeLeader.mutationOptions())
  const leave = useMutation(trpc.places.stopLeading.mutationOptions())
  const { placeId, name } = place
  const { id: userId } = leader

  async function act() {
    if (!wish) return
    if (wish === 'hand-over') await handOver.mutateAsync({ placeId, userId })
    else if (wish === 'remove') await remove.mutateAsync({ placeId, userId })
    else await leave.mutateAsync({ placeId })
    toast.success(questions[wish].done(leader.name))
    if (wish === 'leave') onLeft()
    else await queries.invalidateQueries(trpc.places.leaders.pathFilter())
    await queries.invalidateQueries(trpc.classes.pathFilter())
  }

  if (!wish) return null
  const { title, consequence, confirm } = questions[wish]
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={title(leader.name, name)}
      consequence={consequence}
      confirm={confirm}
      tone={wish === 'hand-over' ? 'primary' : 'danger'}
      onConfirm={act}
    />
  )
}
