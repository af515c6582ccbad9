'use client'

import { CalendarPlus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ActionError } from '@/components/providers/action-error'
import { Button } from '@/components/ui/button'
import { whenOpened } from '@/components/ui/later'
import { LinkButton } from '@/components/ui/link-button'
import { StartButton } from './start-button'
import { useStartSession } from './use-start-session'

const NewSessionDialog = whenOpened(() =>
  import('./new-session-dialog').then(({ NewSessionDialog }) => NewSessionDialog),
)

interface StartSessionProps {
  schoolClass: { id: string; timeZone: string; lateAfterMinutes: number; openSessionId: string | null }
}

/** One click to start, or the details first; where a session is open, the way to it. */
export function StartSession({ schoolClass }: StartSessionProps) {
  const t = useTranslations('sessions')
  const start = useStartSession()
  const [detailed, setDetailed] = useState(false)
  return (
    <div className="grid w-full gap-2 sm:w-auto">
      <div className="flex flex-wrap gap-2 sm:justify-end">
        <Button variant="secondary" onClick={() => setDetailed(true)} className="max-sm:flex-auto">
          <CalendarPlus aria-hidden="true" />
          {t('start.details')}
        </Button>
        {schoolClass.openSessionId ? (
          <LinkButton href={`/teach/sessions/${schoolClass.openSessionId}`} className="max-sm:flex-auto">
            {t('start.toBoard')}
          </LinkButton>
        ) : (
          <StartButton classId={schoolClass.id} start={start} className="max-sm:flex-auto" />
        )}
      </div>
      <ActionError error={start.error} />
      <NewSessionDialog open={detailed} schoolClass={schoolClass} onDone={() => setDetailed(false)} />
    </div>
  )
}
