'use client'

import { Trash2 } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { leaveWindow } from '@/components/ui/back-closes'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { toast } from '@/components/ui/toast'
import { ReasonField } from './reason-field'
import { useCancelSession } from './use-open-session'

interface DeleteSessionProps {
  sessionId: string
  /** Where to be afterwards; left out, one stays. */
  leadsTo?: string
}

/** Deletes a session that nobody used. */
export function DeleteSession({ sessionId, leadsTo }: DeleteSessionProps) {
  const t = useTranslations('sessions')
  const { cancel, changed } = useCancelSession()
  const router = useRouter()
  const [asking, setAsking] = useState(false)
  const [reason, setReason] = useState('')

  async function remove() {
    await cancel.mutateAsync({ sessionId, reason: reason.trim() || undefined })
    toast.success(t('delete.done'))
    // First, because the page of what is gone has nothing to read any more.
    if (leadsTo) {
      await leaveWindow()
      router.replace(leadsTo)
    } else await changed()
  }

  return (
    <>
      <Button variant="secondary" onClick={() => setAsking(true)} className="max-sm:flex-auto">
        <Trash2 aria-hidden="true" />
        {t('delete.button')}
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t('delete.question')}
        consequence={
          <div className="grid gap-3">
            <p>{t('delete.consequence')}</p>
            <p>{t('delete.kept')}</p>
            <ReasonField label={t('delete.reason')} value={reason} onChange={setReason} />
          </div>
        }
        confirm={t('delete.button')}
        onConfirm={remove}
      />
    </>
  )
}
