'use client'

import { useMutation } from '@tanstack/react-query'
import { usePathname } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { FormError } from '@/components/ui/form-error'
import { LinkButton } from '@/components/ui/link-button'
import { useErrorText } from '@/components/words/error-words'
import { NOTICE_VERSION } from '@/domain/enrolment'
import { languageOf } from '@/domain/locale'
import { useEnrolmentChange } from './use-enrolment'

/** Agreeing takes two acts, a tick and a press; going without takes one, and looks the same. */
export function ConsentForm({ onAgreed }: { onAgreed: () => void }) {
  const t = useTranslations('enrolment')
  const language = languageOf(useLocale())
  const errorText = useErrorText()
  const trpc = useTRPC()
  const changed = useEnrolmentChange()
  const atWork = usePathname().startsWith('/work')
  const [agreed, setAgreed] = useState(false)
  const [missing, setMissing] = useState(false)
  const consent = useMutation(trpc.enrolment.giveConsent.mutationOptions())

  async function submit(event: FormEvent) {
    event.preventDefault()
    setMissing(!agreed)
    if (!agreed || consent.isPending) return
    try {
      await consent.mutateAsync({ noticeVersion: NOTICE_VERSION, language })
    } catch {
      return
    }
    onAgreed()
    await changed()
  }

  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      <Checkbox
        label={t('consent.agree')}
        error={missing && !agreed ? t('consent.missing') : undefined}
        checked={agreed}
        onChange={(event) => setAgreed(event.target.checked)}
      />
      <FormError>{consent.isError && errorText(consent.error)}</FormError>
      <div className="grid gap-3 sm:grid-cols-2">
        <Button type="submit" size="lg" variant="secondary" loading={consent.isPending}>
          {t('consent.submit')}
        </Button>
        <LinkButton href={atWork ? '/work' : '/study?face=without'} size="lg" variant="secondary">
          {t('consent.without')}
        </LinkButton>
      </div>
    </form>
  )
}
