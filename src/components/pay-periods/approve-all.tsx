'use client'

import { CheckCheck } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { toast } from 'sonner'
import { Button } from '@/components/ui/button'
import { useErrorText } from '@/components/words/error-words'
import { ApproveEarly } from './approve-early'
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
export function ApproveAll({ workplaceId, day, ready, period, today }: ApproveAllProps) {
  const t = useTranslations('pay-periods')
  const errorText = useErrorText()
  const { approveAll } = useSheetActs()
  const [asking, setAsking] = useState(false)
  const act = async () => {
    const { approved, withExceptions } = await approveAll.mutateAsync({ workplaceId, day })
    toast.success(t('approveAll.done', { approved }), {
      description: withExceptions > 0 ? t('approveAll.left', { count: withExceptions }) : undefined,
    })
  }
  return (
    <>
      <Button
        variant="secondary"
        loading={approveAll.isPending}
        disabled={ready === 0}
        onClick={() =>
          today <= period.to ? setAsking(true) : act().catch((error) => toast.error(errorText(error)))
        }
        className="max-sm:flex-auto"
      >
        <CheckCheck aria-hidden="true" />
        {t('approveAll.button', { count: ready })}
      </Button>
      <ApproveEarly {...{ period }} open={asking} onOpenChange={setAsking} onConfirm={act} />
    </>
  )
}
