'use client'

import { useMutation } from '@tanstack/react-query'
import { MailCheck } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { ActionError } from '@/components/providers/action-error'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'

/** That nobody has seen yet whether mail to the person's address reaches them, and the mail once more. */
export function ConfirmAddress({ email }: { email: string }) {
  const t = useTranslations('account')
  const trpc = useTRPC()
  const ask = useMutation(trpc.account.askToConfirm.mutationOptions())
  return (
    <Notice
      className="mb-6"
      icon={<MailCheck />}
      title={t('confirm.title')}
      action={
        !ask.isSuccess && (
          <Button size="sm" variant="secondary" loading={ask.isPending} onClick={() => ask.mutate()}>
            {t('confirm.again')}
          </Button>
        )
      }
    >
      <p aria-live="polite" className="wrap-anywhere">
        {ask.isSuccess ? t('confirm.sent', { email }) : t('confirm.text', { email })}
      </p>
      <ActionError error={ask.error} />
    </Notice>
  )
}
