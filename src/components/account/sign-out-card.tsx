'use client'

import { useMutation } from '@tanstack/react-query'
import { LogOut } from 'lucide-react'
import { useState } from 'react'
import { leave } from '@/components/layout/sign-out'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Button } from '@/components/ui/button'
import { Card, CardHeader } from '@/components/ui/card'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'

export function SignOutCard() {
  const trpc = useTRPC()
  const everywhere = useMutation(trpc.account.signOutEverywhere.mutationOptions())
  const [asking, setAsking] = useState(false)

  return (
    <Card>
      <CardHeader
        title="Sign out"
        description="A sign-in ends by itself after 8 hours. If you left one open on a device that is not yours, end them all."
      />
      <div className="flex flex-wrap gap-2">
        <Button variant="secondary" onClick={leave}>
          <LogOut aria-hidden="true" />
          Sign out
        </Button>
        <Button variant="ghost" onClick={() => setAsking(true)}>
          Sign out everywhere
        </Button>
      </div>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title="Sign out everywhere?"
        consequence="Every device that is signed in with your account, this one too, has to sign in again, with your password."
        confirm="Sign out everywhere"
        onConfirm={async () => {
          await everywhere.mutateAsync()
          await leave()
        }}
      />
    </Card>
  )
}
