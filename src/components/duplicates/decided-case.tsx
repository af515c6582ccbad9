'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { useDecide } from './use-decide'
import type { Case } from './waiting-case'

/** What was decided, and the way back from it. */
export function DecidedCase({ found }: { found: Case }) {
  const { id, state, user, known } = found
  const decide = useDecide()
  const [asked, setAsked] = useState(false)
  const twins = state === 'TWINS'
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 py-3">
      <p className="wrap-anywhere min-w-0 flex-1 basis-60">
        <span className="font-semibold">{twins ? 'Two people' : 'One person'}</span>: {known.name} (
        {known.email}) and {user.name} ({user.email})
      </p>
      <Button variant="ghost" size="sm" onClick={() => setAsked(true)}>
        Decide anew
      </Button>
      <ConfirmDialog
        open={asked}
        onOpenChange={setAsked}
        tone={twins ? 'danger' : 'primary'}
        title={twins ? 'Is this one person after all?' : 'Are these two people after all?'}
        consequence={
          twins
            ? `${user.name} can no longer enrol a face, and the pictures of this account are erased.`
            : `${user.name} can enrol photos again.`
        }
        confirm={twins ? 'One person' : 'Two people'}
        onConfirm={() => decide.mutateAsync({ caseId: id, state: twins ? 'SAME_PERSON' : 'TWINS' })}
      />
    </li>
  )
}
