'use client'

import { ScanFace } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { ActionError } from '@/components/providers/action-error'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { useOwnFaceOff } from './use-face-off'
import type { FaceOffReason } from './without-face-words'

interface OwnFaceOffProps {
  reason: FaceOffReason
  /** Photos are still there for when the face is on again. */
  kept: boolean
}

/** In place of photos and notice, for whoever takes part without their face. */
export function OwnFaceOff({ reason, kept }: OwnFaceOffProps) {
  const t = useTranslations('face-opt-out')
  const change = useOwnFaceOff()
  return (
    <Card className="max-w-3xl">
      <EmptyState
        icon={<ScanFace />}
        title={t(`own.${reason}.title`)}
        action={
          reason === 'OWN_WISH' && (
            <div className="grid justify-items-center gap-2">
              <Button
                variant="secondary"
                loading={change.isPending}
                onClick={() => change.mutate({ off: false })}
              >
                {t('own.backOn')}
              </Button>
              <ActionError error={change.error} />
            </div>
          )
        }
      >
        {t(`own.${reason}.text`)}
        {kept && <span className="block">{t('own.kept')}</span>}
      </EmptyState>
    </Card>
  )
}
