'use client'

import { Trash2 } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { toast } from 'sonner'
import { leaveWindow } from '@/components/ui/back-closes'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
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

  async function remove() {
    await cancel.mutateAsync({ sessionId })
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
        consequence={t('delete.consequence')}
        confirm={t('delete.button')}
        onConfirm={remove}
      />
    </>
  )
}
