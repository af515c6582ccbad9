'use client'

import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useTransition } from 'react'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Button } from '@/components/ui/button'
import { EmailAddress } from '@/components/ui/email-address'
import { FormError } from '@/components/ui/form-error'
import { LinkButton } from '@/components/ui/link-button'
import { useErrorText } from '@/components/words/error-words'

/** For somebody signed in who is no student yet: one tap makes them one too, on the same account. */
export function BecomeStudent({ email }: { email: string }) {
  const t = useTranslations('study')
  const errorText = useErrorText()
  const trpc = useTRPC()
  const router = useRouter()
  const [refreshing, startRefresh] = useTransition()
  const add = useMutation(
    trpc.account.addRole.mutationOptions({ onSuccess: () => startRefresh(() => router.refresh()) }),
  )
  return (
    <div className="grid gap-5">
      <div>
        <h2 className="font-bold text-xl">{t('becomeStudent.title')}</h2>
        <p className="mt-1 text-muted">
          {t.rich('becomeStudent.text', { email: () => <EmailAddress>{email}</EmailAddress> })}
        </p>
      </div>
      <FormError>{add.isError && errorText(add.error)}</FormError>
      <div className="flex flex-col gap-2.5 sm:flex-row">
        <Button
          size="lg"
          loading={add.isPending || refreshing}
          onClick={() => add.mutate({ role: 'STUDENT' })}
        >
          {t('becomeStudent.act')}
        </Button>
        <LinkButton href="/" size="lg" variant="ghost">
          {t('becomeStudent.notNow')}
        </LinkButton>
      </div>
    </div>
  )
}
