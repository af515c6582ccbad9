'use client'

import { CheckCheck } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { toast } from '@/components/ui/toast'
import { ApproveButton } from './approve-button'
import { useSheetActs } from './use-sheet-acts'

interface ApproveAllProps {
  workplaceId: string
  day: string
  /** How many are neither approved nor have an exception. */
  ready: number
  period: { from: string; to: string }
  today: string
}

/** Approves the hours of everybody without an exception. */
export function ApproveAll({ workplaceId, day, ready, ...when }: ApproveAllProps) {
  const t = useTranslations('pay-periods')
  const { approveAll } = useSheetActs()
  const approve = async () => {
    const { approved, withExceptions } = await approveAll.mutateAsync({ workplaceId, day })
    toast.success(t('approveAll.done', { approved }), {
      description: withExceptions > 0 ? t('approveAll.left', { count: withExceptions }) : undefined,
    })
  }
  return (
    <ApproveButton
      {...when}
      loading={approveAll.isPending}
      disabled={ready === 0}
      onApprove={approve}
      className="max-sm:flex-auto"
    >
      <CheckCheck aria-hidden="true" />
      {t('approveAll.button', { count: ready })}
    </ApproveButton>
  )
}
