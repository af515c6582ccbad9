'use client'

import { useTranslations } from 'next-intl'
import { type ComponentProps, useState } from 'react'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { toast } from '@/components/ui/toast'
import { useDaysText } from '@/components/words/calendar-day'
import { useErrorText } from '@/components/words/error-words'

interface ApproveButtonProps extends ComponentProps<typeof Button> {
  period: { to: string }
  today: string
  onApprove: () => Promise<void>
}

/** Approves hours; of a period that is not over it asks first. */
export function ApproveButton({ period, today, onApprove, ...button }: ApproveButtonProps) {
  const t = useTranslations('pay-periods')
  const days = useDaysText()
  const errorText = useErrorText()
  const [asking, setAsking] = useState(false)
  const approve = () => onApprove().catch((error) => toast.error(errorText(error)))
  return (
    <>
      <Button
        {...button}
        variant="secondary"
        onClick={() => (today <= period.to ? setAsking(true) : void approve())}
      />
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        tone="primary"
        title={t('approve.early')}
        consequence={t('approve.earlyHint', { day: days(period.to) })}
        confirm={t('approve.button')}
        onConfirm={onApprove}
      />
    </>
  )
}
