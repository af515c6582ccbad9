'use client'

import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { FormError } from '@/components/ui/form-error'
import { LinkButton } from '@/components/ui/link-button'
import { useErrorText } from '@/components/words/error-words'
import { NOTICE_VERSION } from '@/domain/enrolment'
import { useEnrolmentChange } from './use-enrolment'

/** Agreeing takes two acts, a tick and a press; going without takes one, and looks the same. */
export function ConsentForm({ onAgreed }: { onAgreed: () => void }) {
  const errorText = useErrorText()
  const trpc = useTRPC()
  const changed = useEnrolmentChange()
  const [agreed, setAgreed] = useState(false)
  const [missing, setMissing] = useState(false)
  const consent = useMutation(trpc.enrolment.giveConsent.mutationOptions())

  async function submit(event: FormEvent) {
    event.preventDefault()
    setMissing(!agreed)
    if (!agreed || consent.isPending) return
    try {
      await consent.mutateAsync({ noticeVersion: NOTICE_VERSION })
    } catch {
      return
    }
    onAgreed()
    await changed()
  }

  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      <Checkbox
        label="I have read this, and I agree that my face is stored and compared as described."
        error={missing && !agreed ? 'Tick this if you agree. If not, go without your face.' : undefined}
        checked={agreed}
        onChange={(event) => setAgreed(event.target.checked)}
      />
      <FormError>{consent.isError && errorText(consent.error)}</FormError>
      <div className="grid gap-3 sm:grid-cols-2">
        <Button type="submit" size="lg" variant="secondary" loading={consent.isPending}>
          Agree and add photos
        </Button>
        <LinkButton href="/study?face=without" size="lg" variant="secondary">
          Go without my face
        </LinkButton>
      </div>
    </form>
  )
}
