'use client'

import { useMutation } from '@tanstack/react-query'
import { LogOut } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { leave } from '@/components/layout/sign-out'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Button } from '@/components/ui/button'
import { Card, CardHeader } from '@/components/ui/card'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { SIGN_IN_HOURS } from '@/domain/sign-ins'

export function SignOutCard() {
  const t = useTranslations('account')
  const trpc = useTRPC()
  const everywhere = useMutation(trpc.account.signOutEverywhere.mutationOptions())
  const [asking, setAsking] = useState(false)

  return (
    <Card>
      <CardHeader title={t('signOut.title')} description={t('signOut.hint', { hours: SIGN_IN_HOURS })} />
      <div className="flex flex-wrap gap-2">
        <Button variant="secondary" onClick={leave}>
          <LogOut aria-hidden="true" />
          {t('signOut.title')}
        </Button>
        <Button variant="ghost" onClick={() => setAsking(true)}>
          {t('signOut.everywhere')}
        </Button>
      </div>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t('signOut.ask')}
        consequence={t('signOut.consequence')}
        confirm={t('signOut.everywhere')}
        onConfirm={async () => {
          await everywhere.mutateAsync()
          await leave()
        }}
      />
    </Card>
  )
}
