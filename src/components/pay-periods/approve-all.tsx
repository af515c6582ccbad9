'use client'

import { CheckCheck } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { toast } from 'sonner'
import { Button } from '@/components/ui/button'
import { useErrorText } from '@/components/words/error-words'
import { useSheetActs } from './use-sheet-acts'

interface ApproveAllProps {
  workplaceId: string
  day: string
  /** How many are neither approved nor have an exception. */
  ready: number
}

/** Approves the hours of everybody without an exception. */
export function ApproveAll({ workplaceId, day, ready }: ApproveAllProps) {
  const t = useTranslations('pay-periods')
  const errorText = useErrorText()
  const { approveAll } = useSheetActs()
  const approve = () =>
    approveAll.mutate(
      { workplaceId, day },
      {
        onSuccess: ({ approved, withExceptions }) =>
          toast.success(t('approveAll.done', { approved }), {
            description: withExceptions > 0 ? t('approveAll.left', { count: withExceptions }) : undefined,
          }),
        onError: (error) => toast.error(errorText(error)),
      },
    )
  return (
    <Button
      variant="secondary"
      loading={approveAll.isPending}
      disabled={ready === 0}
      onClick={approve}
      className="max-sm:flex-auto"
    >
      <CheckCheck aria-hidden="true" />
      {t('approveAll.button', { count: ready })}
    </Button>
  )
}
