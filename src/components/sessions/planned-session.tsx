'use client'

import { Ellipsis, Pencil, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ActionError } from '@/components/providers/action-error'
import type { ApiOutput } from '@/components/providers/api-output'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { DropdownMenu, MenuItem } from '@/components/ui/dropdown-menu'
import { IconButton } from '@/components/ui/icon-button'
import { whenOpened } from '@/components/ui/later'
import { toast } from '@/components/ui/toast'
import { ReasonField } from './reason-field'
import { SessionWhen } from './session-when'
import { useCancelSession, useOpenSession } from './use-open-session'

const EditSessionDialog = whenOpened(() =>
  import('./edit-session-dialog').then(({ EditSessionDialog }) => EditSessionDialog),
)

interface PlannedSessionProps {
  session: ApiOutput['sessions']['planned'][number]
  timeZone: string
}

export function PlannedSession({ session, timeZone }: PlannedSessionProps) {
  const t = useTranslations('sessions')
  const ui = useTranslations('ui')
  const [reason, setReason] = useState('')
  const [dialog, setDialog] = useState<'edit' | 'delete' | null>(null)
  const open = useOpenSession()
  const { cancel, changed } = useCancelSession()
  const close = () => setDialog(null)

  async function remove() {
    await cancel.mutateAsync({ sessionId: session.id, reason: reason.trim() || undefined })
    await changed()
    toast.success(t('planned.deleted'))
  }

  return (
    <li className="flex flex-wrap items-center justify-between gap-3 px-4 py-3 sm:px-6">
      <div className="min-w-0 flex-1 basis-60">
        <p className="wrap-anywhere font-semibold">{session.title ?? t('untitled')}</p>
        <p className="text-muted text-sm">
          <SessionWhen session={session} timeZone={timeZone} />
        </p>
        <ActionError error={open.error} />
      </div>
      <div className="flex items-center gap-1">
        <Button
          size="sm"
          variant="secondary"
          loading={open.isPending || open.isSuccess}
          onClick={() => open.mutate({ sessionId: session.id })}
        >
          {t('planned.open')}
        </Button>
        <DropdownMenu trigger={<IconButton label={t('planned.more')} icon={<Ellipsis />} tooltip={false} />}>
          <MenuItem icon={<Pencil aria-hidden="true" />} onSelect={() => setDialog('edit')}>
            {ui('edit')}
          </MenuItem>
          <MenuItem icon={<Trash2 aria-hidden="true" />} tone="danger" onSelect={() => setDialog('delete')}>
            {ui('delete')}
          </MenuItem>
        </DropdownMenu>
      </div>
      <EditSessionDialog open={dialog === 'edit'} session={session} timeZone={timeZone} onDone={close} />
      <ConfirmDialog
        open={dialog === 'delete'}
        onOpenChange={close}
        title={t('planned.deleteQuestion')}
        consequence={
          <div className="grid gap-3">
            <p>{t('planned.deleteConsequence')}</p>
            <p>{t('delete.kept')}</p>
            <ReasonField label={t('delete.reason')} value={reason} onChange={setReason} />
          </div>
        }
        confirm={t('planned.deleteConfirm')}
        onConfirm={remove}
      />
    </li>
  )
}
