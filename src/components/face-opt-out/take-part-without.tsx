'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Card, CardHeader } from '@/components/ui/card'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { useOwnFaceOff } from './use-face-off'

/** The way to take part without one's face, for good or until one thinks otherwise. */
export function TakePartWithout() {
  const t = useTranslations('face-opt-out')
  const { mutateAsync } = useOwnFaceOff()
  const [asking, setAsking] = useState(false)
  return (
    <Card className="max-w-3xl">
      <CardHeader title={t('without.title')} description={t('without.hint')} />
      <Button variant="secondary" className="max-sm:w-full" onClick={() => setAsking(true)}>
        {t('without.open')}
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t('without.confirm')}
        consequence={t('without.text')}
        confirm={t('without.act')}
        onConfirm={() => mutateAsync({ off: true })}
      />
    </Card>
  )
}
