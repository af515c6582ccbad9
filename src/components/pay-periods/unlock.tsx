'use client'

import { LockOpen } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { Field } from '@/components/ui/field'
import { Textarea } from '@/components/ui/textarea'
import { toast } from '@/components/ui/toast'
import { useSheetActs } from './use-sheet-acts'

interface UnlockProps {
  of: { workplaceId: string; employmentId: string; day: string }
  paid: boolean
}

/** Takes an approval back, for a reason. */
export function Unlock({ of, paid }: UnlockProps) {
  const t = useTranslations('pay-periods')
  const { unlock } = useSheetActs()
  const [asking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const act = async () => {
    await unlock.mutateAsync({ ...of, reason })
    toast.success(t('unlock.done'))
  }
  return (
    <>
      <Button variant="secondary" onClick={() => setAsking(true)}>
        <LockOpen aria-hidden="true" />
        {t('unlock.button')}
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t('unlock.question')}
        consequence={
          <div className="grid gap-3">
            <p>{paid ? t('unlock.paid') : t('unlock.consequence')}</p>
            <Field label={t('unlock.reason')}>
              <Textarea maxLength={500} value={reason} onChange={({ target }) => setReason(target.value)} />
            </Field>
          </div>
        }
        confirm={t('unlock.button')}
        tone="primary"
        onConfirm={act}
      />
    </>
  )
}
