'use client'

import { useMutation, useQuery } from '@tanstack/react-query'
import { CircleStop } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { toast } from '@/components/ui/toast'
import { useErrorText } from '@/components/words/error-words'
import { UNDO_SECONDS } from '@/domain/undo'
import { useReopen } from './use-reopen'
import { useSessionsChanged } from './use-start-session'

interface EndSessionProps {
  sessionId: string
  /** Photos of the room have been read, or are being read, and nobody has confirmed them. */
  rollCall: boolean
}

export function EndSession({ sessionId, rollCall }: EndSessionProps) {
  const t = useTranslations('sessions')
  const errorText = useErrorText()
  const trpc = useTRPC()
  const changed = useSessionsChanged()
  const [asking, setAsking] = useState(false)
  const preview = useQuery(
    trpc.sessions.closingPreview.queryOptions(
      { sessionId },
      { enabled: asking, staleTime: 0, refetchInterval: 3_000 },
    ),
  )
  const ui = useTranslations('ui')
  const reopen = useReopen(sessionId)
  const close = useMutation(trpc.sessions.close.mutationOptions())

  async function end() {
    const { absent } = await close.mutateAsync({ sessionId })
    await changed()
    toast.success(t('end.done'), {
      description: absent > 0 ? t('end.markedAbsent', { count: absent }) : undefined,
      duration: UNDO_SECONDS * 1000,
      action: { label: ui('undo'), onClick: () => void reopen.atOnce() },
    })
  }

  return (
    <>
      <Button variant="danger" onClick={() => setAsking(true)} className="max-sm:flex-auto">
        <CircleStop aria-hidden="true" />
        {t('end.button')}
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t('end.question')}
        consequence={
          <>
            <p className="font-semibold text-ink">
              {preview.data
                ? t('end.absent', { count: preview.data.absent })
                : preview.error
                  ? t('end.unknown', { error: errorText(preview.error) })
                  : t('end.counting')}
            </p>
            {rollCall && <p>{t('end.rollCall')}</p>}
            <p>{t('end.after')}</p>
          </>
        }
        confirm={t('end.button')}
        onConfirm={end}
      />
    </>
  )
}
