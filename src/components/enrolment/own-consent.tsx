'use client'

import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { ApiOutput } from '@/components/providers/api-output'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Button } from '@/components/ui/button'
import { Card, CardHeader } from '@/components/ui/card'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { Dialog } from '@/components/ui/dialog'
import { Time } from '@/components/ui/time'
import { EnrolmentNotice } from './notice'
import { type EnrolmentStatus, useEnrolmentChange } from './use-enrolment'

interface OwnConsentProps {
  status: EnrolmentStatus
  onWithdrawn: (erased: ApiOutput['enrolment']['withdraw']) => void
}

/** What the person agreed to and when, and the way out of it. */
export function OwnConsent({ status, onWithdrawn }: OwnConsentProps) {
  const t = useTranslations('enrolment')
  const trpc = useTRPC()
  const changed = useEnrolmentChange()
  const [reading, setReading] = useState(false)
  const [asking, setAsking] = useState(false)
  const { mutateAsync: withdraw } = useMutation(trpc.enrolment.withdraw.mutationOptions())
  const { consent } = status
  if (!consent) return null

  async function confirm() {
    const erased = await withdraw()
    onWithdrawn(erased)
    await changed()
    window.scrollTo({ top: 0 })
  }

  return (
    <Card className="max-w-3xl">
      <CardHeader
        title={t('ownConsent.title')}
        description={t.rich('ownConsent.on', { date: () => <Time at={consent.givenAt} format="date" /> })}
      />
      <div className="flex flex-wrap gap-2">
        {consent.noticeVersion === status.noticeVersion && (
          <Button variant="secondary" className="max-sm:grow" onClick={() => setReading(true)}>
            {t('ownConsent.read')}
          </Button>
        )}
        <Button variant="secondary" className="max-sm:grow" onClick={() => setAsking(true)}>
          {t('ownConsent.withdraw')}
        </Button>
      </div>
      <Dialog open={reading} onOpenChange={setReading} title={t('ownConsent.readTitle')} size="lg">
        <EnrolmentNotice evidenceDays={status.evidenceDays} photosKept={status.photosKept} />
      </Dialog>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t('ownConsent.confirm.title')}
        consequence={t('ownConsent.confirm.text')}
        confirm={t('ownConsent.confirm.act')}
        onConfirm={confirm}
      />
    </Card>
  )
}
