'use client'

import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Button } from '@/components/ui/button'
import { FormError } from '@/components/ui/form-error'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { useErrorText } from '@/components/words/error-words'

interface ConfirmEmailProps {
  link: string
  /** NEW: the address takes the place of the one that the account has. */
  as?: 'OWN' | 'NEW'
}

/** Confirms an address by a tap, because what reads mail for people follows its links by itself. */
export function ConfirmEmail({ link, as = 'OWN' }: ConfirmEmailProps) {
  const t = useTranslations('account')
  const errorText = useErrorText()
  const trpc = useTRPC()
  const own = useMutation(trpc.account.confirmEmail.mutationOptions())
  const another = useMutation(trpc.account.confirmNewEmail.mutationOptions())
  const confirm = as === 'NEW' ? another : own
  if (confirm.isSuccess)
    return (
      <div className="grid gap-5">
        <Notice title={t(as === 'NEW' ? 'newEmail.done' : 'confirm.done')} />
        <LinkButton href="/" size="lg">
          {t('confirm.on')}
        </LinkButton>
      </div>
    )
  return (
    <div className="grid gap-5">
      <FormError>{confirm.error && errorText(confirm.error)}</FormError>
      <Button size="lg" loading={confirm.isPending} onClick={() => confirm.mutate({ link })}>
        {t('confirm.button')}
      </Button>
    </div>
  )
}
