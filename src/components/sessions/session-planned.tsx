'use client'

import { CalendarClock, Play } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { FormError } from '@/components/ui/form-error'
import { useErrorText } from '@/components/words/error-words'
import { SessionWhen } from './session-when'
import type { BoardData } from './use-board'
import { useOpenSession } from './use-open-session'

/** A session that is planned and not open yet. */
export function SessionPlanned({ board: { session, schoolClass } }: { board: BoardData }) {
  const errorText = useErrorText()
  const open = useOpenSession()
  return (
    <Card>
      <EmptyState
        icon={<CalendarClock />}
        title="This session is planned"
        action={
          <Button loading={open.isPending} onClick={() => open.mutate({ sessionId: session.id })}>
            <Play aria-hidden="true" />
            Open now
          </Button>
        }
      >
        <p>
          <SessionWhen session={session} timeZone={schoolClass.timeZone} />
        </p>
        <p>Students can clock in once you open it.</p>
      </EmptyState>
      <FormError>{open.error && errorText(open.error)}</FormError>
    </Card>
  )
}
