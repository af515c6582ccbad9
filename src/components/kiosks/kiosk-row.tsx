'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Ellipsis, Link2, TabletSmartphone, Trash2, User, Users, Volume2, VolumeX } from 'lucide-react'
import { useState } from 'react'
import { toast } from 'sonner'
import { ActionError } from '@/components/providers/action-error'
import type { ApiOutput } from '@/components/providers/api-output'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Badge } from '@/components/ui/badge'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { DropdownMenu, MenuItem } from '@/components/ui/dropdown-menu'
import { IconButton } from '@/components/ui/icon-button'
import { Time } from '@/components/ui/time'
import type { WalkThroughBar } from '@/domain/kiosks'
import type { KioskLink } from './kiosk-link-dialog'
import { barTexts } from './kiosk-mode-field'

type Kiosk = ApiOutput['kiosks']['ofPlace'][number]

interface KioskRowProps {
  kiosk: Kiosk
  /** Why nobody can be read in passing here; undefined until it is known. */
  bar: WalkThroughBar | null | undefined
  timeZone: string
  onLink: (link: KioskLink) => void
}

export function KioskRow({ kiosk, bar, timeZone, onLink }: KioskRowProps) {
  const { id: kioskId, name, speaks, mode } = kiosk
  const walkThrough = mode === 'WALK_THROUGH'
  const trpc = useTRPC()
  const queries = useQueryClient()
  const [removing, setRemoving] = useState(false)
  const reload = () => queries.invalidateQueries(trpc.kiosks.pathFilter())
  const renew = useMutation(trpc.kiosks.renewLink.mutationOptions({ onSuccess: onLink }))
  const update = useMutation(trpc.kiosks.update.mutationOptions({ onSuccess: reload }))
  const revoke = useMutation(trpc.kiosks.revoke.mutationOptions())

  async function remove() {
    await revoke.mutateAsync({ kioskId })
    await reload()
    toast.success(`${name} is removed.`)
  }

  return (
    <li className="py-3">
      <div className="flex items-center gap-3">
        <TabletSmartphone aria-hidden="true" className="size-5.5 shrink-0 text-accent-ink" />
        <div className="min-w-0 flex-1">
          <p className="wrap-anywhere font-semibold">{name}</p>
          <p className="text-muted text-sm">
            <Presence kiosk={kiosk} timeZone={timeZone} />
            {walkThrough && ' · walk through'}
            {speaks && ' · speaks'}
          </p>
          {walkThrough && bar && (
            <p className="text-caution-ink text-sm">One at a time for now: {barTexts[bar]}</p>
          )}
        </div>
        {kiosk.here && <Badge tone="positive">Here</Badge>}
        <DropdownMenu
          trigger={<IconButton label={`More about ${name}`} icon={<Ellipsis />} tooltip={false} />}
        >
          {(walkThrough || bar !== 'CHALLENGE') && (
            <MenuItem
              icon={walkThrough ? <User aria-hidden="true" /> : <Users aria-hidden="true" />}
              onSelect={() =>
                update.mutate({ kioskId, mode: walkThrough ? 'ONE_AT_A_TIME' : 'WALK_THROUGH' })
              }
            >
              {walkThrough ? 'One at a time' : 'Walk through'}
            </MenuItem>
          )}
          <MenuItem
            icon={speaks ? <VolumeX aria-hidden="true" /> : <Volume2 aria-hidden="true" />}
            onSelect={() => update.mutate({ kioskId, speaks: !speaks })}
          >
            {speaks ? 'Do not speak' : 'Speak greetings'}
          </MenuItem>
          <MenuItem icon={<Link2 aria-hidden="true" />} onSelect={() => renew.mutate({ kioskId })}>
            New link
          </MenuItem>
          <MenuItem icon={<Trash2 aria-hidden="true" />} tone="danger" onSelect={() => setRemoving(true)}>
            Remove
          </MenuItem>
        </DropdownMenu>
      </div>
      <ActionError error={renew.error ?? update.error} />
      <ConfirmDialog
        open={removing}
        onOpenChange={setRemoving}
        title={`Remove ${name}?`}
        consequence="The kiosk stops working at once, and says so. What was clocked in at it stays."
        confirm="Remove kiosk"
        onConfirm={remove}
      />
    </li>
  )
}

function Presence({ kiosk, timeZone }: { kiosk: Kiosk; timeZone: string }) {
  if (kiosk.lastSeenAt) {
    return kiosk.here ? (
      'Ready'
    ) : (
      <>
        Last seen <Time at={kiosk.lastSeenAt} timeZone={timeZone} format="dateTime" />
      </>
    )
  }
  if (!kiosk.linkUntil) return 'Not set up: its link has run out'
  return (
    <>
      Not set up yet: link until <Time at={kiosk.linkUntil} timeZone={timeZone} />
    </>
  )
}
