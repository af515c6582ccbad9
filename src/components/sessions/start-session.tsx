'use client'

import { CalendarPlus, Play } from 'lucide-react'
import { useState } from 'react'
import { errorTextOf } from '@/components/providers/error-text'
import { Button } from '@/components/ui/button'
import { FieldError } from '@/components/ui/field'
import { LinkButton } from '@/components/ui/link-button'
import { NewSessionDialog } from './new-session-dialog'
import { useStartSession } from './use-start-session'

interface StartSessionProps {
  schoolClass: { id: string; timeZone: string; lateAfterMinutes: number; openSessionId: string | null }
}

/** One click to start, or the details first; where a session is open, the way to it. */
export function StartSession({ schoolClass }: StartSessionProps) {
  const start = useStartSession()
  const [detailed, setDetailed] = useState(false)
  return (
    <div className="grid w-full gap-2 sm:w-auto">
      <div className="flex flex-wrap gap-2 sm:justify-end">
        <Button variant="secondary" onClick={() => setDetailed(true)} className="max-sm:flex-1">
          <CalendarPlus aria-hidden="true" />
          With details…
        </Button>
        {schoolClass.openSessionId ? (
          <LinkButton href={`/teach/sessions/${schoolClass.openSessionId}`} className="max-sm:flex-1">
            Go to the board
          </LinkButton>
        ) : (
          <Button
            loading={start.isPending || start.isSuccess}
            onClick={() => start.mutate({ classId: schoolClass.id, openNow: true })}
            className="max-sm:flex-1"
          >
            <Play aria-hidden="true" />
            Start session
          </Button>
        )}
      </div>
      {start.error && (
        <div role="alert">
          <FieldError>{errorTextOf(start.error)}</FieldError>
        </div>
      )}
      <NewSessionDialog open={detailed} schoolClass={schoolClass} onDone={() => setDetailed(false)} />
    </div>
  )
}
