'use client'

import { useTranslations } from 'next-intl'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { useDaysText } from '@/components/words/calendar-day'

interface ApproveEarlyProps {
  period: { to: string }
  open: boolean
  onOpenChange: (open: boolean) => void
  onConfirm: () => Promise<void>
}

/** Asked before hours of a period are approved that is not over. */
export function ApproveEarly({ period, ...dialog }: ApproveEarlyProps) {
  const t = useTranslations('pay-periods')
  const days = useDaysText()
  return (
    <ConfirmDialog
      {...dialog}
      tone="primary"
      title={t('approve.early')}
      consequence={t('approve.earlyHint', { day: days(period.to) })}
      confirm={t('approve.button')}
    />
  )
}
