'use client'

import { CalendarClock, Play } from 'lucide-react'
import { useTranslations } from 'next-intl'
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
  const t = useTranslations('sessions')
  const errorText = useErrorText()
  const open = useOpenSession()
  return (
    <Card>
      <EmptyState
        icon={<CalendarClock />}
        title={t('planned.title')}
        action={
          <Button loading={open.isPending} onClick={() => open.mutate({ sessionId: session.id })}>
            <Play aria-hidden="true" />
            {t('planned.openNow')}
          </Button>
        }
      >
        <p>
          <SessionWhen session={session} timeZone={schoolClass.timeZone} />
        </p>
        <p>{t('planned.hint')}</p>
      </EmptyState>
      <FormError>{open.error && errorText(open.error)}</FormError>
    </Card>
  )
}
