'use client'

import { useMutation } from '@tanstack/react-query'
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

interface AgreementProps {
  status: EnrolmentStatus
  onWithdrawn: (erased: ApiOutput['enrolment']['withdraw']) => void
}

/** What the person agreed to and when, and the way out of it. */
export function Agreement({ status, onWithdrawn }: AgreementProps) {
  const trpc = useTRPC()
  const changed = useEnrolmentChange()
  const [reading, setReading] = useState(false)
  const [asking, setAsking] = useState(false)
  const { mutateAsync: withdraw } = useMutation(trpc.enrolment.withdraw.mutationOptions())
  if (!status.consent) return null

  async function confirm() {
    const erased = await withdraw()
    onWithdrawn(erased)
    await changed()
    window.scrollTo({ top: 0 })
  }

  return (
    <Card className="max-w-3xl">
      <CardHeader
        title="Your agreement"
        description={
          <>
            You agreed on <Time at={status.consent.givenAt} format="date" />. You can take it back at any
            time.
          </>
        }
      />
      <div className="flex flex-wrap gap-2">
        {status.consent.noticeVersion === status.noticeVersion && (
          <Button variant="secondary" className="max-sm:grow" onClick={() => setReading(true)}>
            Read the notice
          </Button>
        )}
        <Button variant="secondary" className="max-sm:grow" onClick={() => setAsking(true)}>
          Withdraw my consent
        </Button>
      </div>
      <Dialog open={reading} onOpenChange={setReading} title="What you agreed to" size="lg">
        <EnrolmentNotice evidenceDays={status.evidenceDays} photosKept={status.photosKept} />
      </Dialog>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title="Withdraw your consent?"
        consequence="Your photos, their templates and all your snapshots are erased at once and cannot be brought back. Your attendance stays. From then on you clock in with the session’s code."
        confirm="Withdraw and erase"
        onConfirm={confirm}
      />
    </Card>
  )
}
