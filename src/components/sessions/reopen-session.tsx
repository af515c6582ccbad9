'use client'

import { RotateCcw } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { ReasonField } from './reason-field'
import { useReopen } from './use-reopen'

/** Opens a session again that ended today. */
export function ReopenSession({ sessionId }: { sessionId: string }) {
  const t = useTranslations('sessions')
  const { reopen } = useReopen(sessionId)
  const [asking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  return (
    <>
      <Button variant="secondary" onClick={() => setAsking(true)} className="max-sm:flex-auto">
        <RotateCcw aria-hidden="true" />
        {t('reopen.button')}
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t('reopen.question')}
        consequence={
          <div className="grid gap-3">
            <p>{t('reopen.consequence')}</p>
            <ReasonField label={t('reopen.reason')} value={reason} onChange={setReason} />
          </div>
        }
        confirm={t('reopen.button')}
        tone="primary"
        onConfirm={() => reopen(reason.trim())}
      />
    </>
  )
}
