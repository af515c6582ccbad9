'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Presentation, RefreshCw } from 'lucide-react'
import { useState } from 'react'
import { toast } from 'sonner'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Button } from '@/components/ui/button'
import { Card, CardHeader } from '@/components/ui/card'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { CopyButton } from '@/components/ui/copy-button'
import { LinkButton } from '@/components/ui/link-button'
import { QrCode } from '@/components/ui/qr-code'
import { Skeleton } from '@/components/ui/skeleton'
import { JoinCode } from '../places/join-code'
import { OnlyHere } from '../places/only-here'
import { useJoinLink } from './use-join-link'

interface JoinPanelProps {
  classId: string
  name: string
  joinCode: string
}

export function JoinPanel({ classId, name, joinCode }: JoinPanelProps) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const link = useJoinLink(joinCode)
  const [asking, setAsking] = useState(false)
  const renew = useMutation(trpc.classes.regenerateCode.mutationOptions())

  async function newCode() {
    await renew.mutateAsync({ classId })
    await queries.invalidateQueries(trpc.classes.pathFilter())
    toast.success('The class has a new code. The old one no longer works.')
  }

  return (
    <Card>
      <CardHeader title="How students join" description="They scan this, or type the code on their page." />
      <div className="flex flex-col items-center gap-3">
        {link ? (
          <QrCode value={link.url} label={`Opens the page to join ${name}`} size={216} />
        ) : (
          <Skeleton className="size-54" />
        )}
        <JoinCode code={joinCode} className="text-4xl" />
        <div className="flex w-full flex-wrap justify-center gap-2">
          <CopyButton text={link?.url ?? ''} label="Copy link" />
          <CopyButton text={joinCode} label="Copy code" />
        </div>
        <div className="flex w-full flex-wrap justify-center gap-2 border-t pt-3">
          <LinkButton href={`/teach/classes/${classId}/code`} variant="ghost" size="sm">
            <Presentation aria-hidden="true" />
            Show on the projector
          </LinkButton>
          <Button variant="ghost" size="sm" onClick={() => setAsking(true)}>
            <RefreshCw aria-hidden="true" />
            New code
          </Button>
        </div>
        <OnlyHere link={link}>
          Open it under an address that your students’ devices can reach, then show them the code.
        </OnlyHere>
      </div>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title="Make a new code?"
        consequence="The code and link you have given out stop working at once. Students who have joined stay in the class."
        confirm="Make a new code"
        tone="primary"
        onConfirm={newCode}
      />
    </Card>
  )
}
