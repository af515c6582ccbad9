'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Ellipsis, LogOut } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { ApiOutput } from '@/components/providers/api-output'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Avatar } from '@/components/ui/avatar'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { DropdownMenu, MenuItem } from '@/components/ui/dropdown-menu'
import { IconButton } from '@/components/ui/icon-button'
import { Time } from '@/components/ui/time'
import { toast } from '@/components/ui/toast'

export function OwnClassRow({ schoolClass }: { schoolClass: ApiOutput['places']['joined'][number] }) {
  const { id, name, teacher, number, joinedAt, timeZone, mayLeave } = schoolClass
  const t = useTranslations('study')
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const [leaving, setLeaving] = useState(false)
  const { mutateAsync: leave } = useMutation(trpc.places.leave.mutationOptions())

  async function confirm() {
    await leave({ placeId: id })
    toast.success(t('classes.leave.done', { name }))
    await Promise.all([
      queryClient.invalidateQueries(trpc.classes.pathFilter()),
      queryClient.invalidateQueries(trpc.attendance.pathFilter()),
    ])
  }

  return (
    <li className="flex items-center gap-3.5 px-4 py-3 sm:px-6">
      <Avatar name={name} />
      <div className="min-w-0 flex-1">
        <p className="wrap-anywhere font-semibold">{name}</p>
        <p className="wrap-anywhere text-muted text-sm">
          {t.rich('classes.row', {
            teacher,
            number,
            date: () => <Time at={joinedAt} timeZone={timeZone} format="date" />,
          })}
        </p>
        {!mayLeave && (
          <p className="wrap-anywhere text-muted text-sm">{t('classes.leave.forbidden', { teacher })}</p>
        )}
      </div>
      {mayLeave && (
        <DropdownMenu
          trigger={<IconButton label={t('classes.more', { name })} icon={<Ellipsis />} tooltip={false} />}
        >
          <MenuItem icon={<LogOut aria-hidden="true" />} tone="danger" onSelect={() => setLeaving(true)}>
            {t('classes.leave.act')}
          </MenuItem>
        </DropdownMenu>
      )}
      <ConfirmDialog
        open={leaving}
        onOpenChange={setLeaving}
        title={t('classes.leave.title', { name })}
        consequence={t('classes.leave.text')}
        confirm={t('classes.leave.act')}
        onConfirm={confirm}
      />
    </li>
  )
}
