'use client'

import { Pencil, Presentation, UserX } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { RollCallLink } from '@/components/roll-calls/roll-call-link'
import { fetchParts, useAtHand } from '@/components/ui/at-hand'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { menuParts } from '@/components/ui/dropdown-menu'
import { EmptyState } from '@/components/ui/empty-state'
import { whenOpened } from '@/components/ui/later'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import { PrintedLine } from '@/components/ui/printed-line'
import { Sheet } from '@/components/ui/sheet'
import { whenTouched } from '@/components/ui/when-touched'
import { dayOf } from '@/domain/time'
import { BoardNotice } from './board-notice'
import { DeleteSession } from './delete-session'
import { EndSession } from './end-session'
import { LiveBoard } from './live-board'
import { ReopenSession } from './reopen-session'
import { ActionsButton, SessionActions } from './session-actions'
import { SessionDetail } from './session-detail'
import { SessionPlanned } from './session-planned'
import { SessionWhen } from './session-when'
import { boardTitle } from './session-words'
import { ShowCodeButton } from './show-code-button'
import { StateBadge } from './state-badge'
import { type BoardData, useBoard } from './use-board'
import { useDocumentTitle } from './use-document-title'
import { useKeptBoard } from './use-kept-board'

const EditSessionDialog = whenOpened(() =>
  import('./edit-session-dialog').then(({ EditSessionDialog }) => EditSessionDialog),
)

/** What a press on somebody opens. */
const pressedParts = [menuParts, Sheet.load, () => import('@/components/attendance/record-sheet')]
whenTouched(() => fetchParts(pressedParts))

/** What marks by hand open, which are made without a network too. */
const offlineParts = [
  ...pressedParts,
  ConfirmDialog.load,
  () => import('@/components/ui/shown-toasts'),
  () => import('@/components/attendance/record-mark-schema'),
  () => import('@hookform/resolvers/zod'),
]

/** One session: planned, live while it is open, and its record once it has ended. */
export function SessionPage({ initial }: { initial: BoardData }) {
  const t = useTranslations('sessions')
  const ui = useTranslations('ui')
  const live = useKeptBoard(useBoard(initial))
  const { session, schoolClass } = live.board
  const [editing, setEditing] = useState(false)
  const [actionsShown, showActions] = useState(false)
  const actionsId = useId()
  const { closedAt } = session
  const endedToday =
    closedAt !== null && dayOf(closedAt, schoolClass.timeZone) === dayOf(live.board.now, schoolClass.timeZone)
  const unused = live.board.students.every(({ record }) => !record || record.method === 'SESSION_END')
  const name = session.title ?? schoolClass.name
  useDocumentTitle(boardTitle(t, live.board))
  useAtHand(offlineParts)

  // What was theirs to see is theirs no longer, so it does not stay on the screen either.
  if (live.connection === 'refused')
    return (
      <EmptyState
        level={1}
        icon={<UserX />}
        title={t('page.noLonger')}
        action={<LinkButton href="/teach">{t('page.toClasses')}</LinkButton>}
      >
        {t('page.noLongerHint')}
      </EmptyState>
    )

  return (
    <>
      <PageHeader
        title={name}
        aside={
          <>
            <StateBadge state={session.state} notTaken={session.notTaken} />
            <ActionsButton id={actionsId} shown={actionsShown} onShow={showActions} />
          </>
        }
        description={
          <>
            {session.title && `${schoolClass.name} · `}
            <SessionWhen session={session} timeZone={schoolClass.timeZone} />
            <PrintedLine timeZone={schoolClass.timeZone} />
          </>
        }
        back={{ href: `/teach/classes/${schoolClass.id}`, label: schoolClass.name }}
        actions={
          <SessionActions id={actionsId} shown={actionsShown}>
            {session.state !== 'SCHEDULED' && (
              <RollCallLink sessionId={session.id} underWay={live.board.rollCall} />
            )}
            {endedToday && <ReopenSession sessionId={session.id} />}
            {unused && session.state !== 'SCHEDULED' && (
              <DeleteSession sessionId={session.id} leadsTo={`/teach/classes/${schoolClass.id}`} />
            )}
            {session.state !== 'CLOSED' && (
              <>
                <Button variant="secondary" onClick={() => setEditing(true)} className="max-sm:flex-auto">
                  <Pencil aria-hidden="true" />
                  {ui('edit')}
                </Button>
                {session.state === 'OPEN' && (
                  <>
                    <ShowCodeButton sessionId={session.id} className="max-sm:flex-auto" />
                    {/* In a tab of its own: it can stand on the projector while the board stays on the desk. */}
                    <LinkButton
                      variant="secondary"
                      href={`/teach/sessions/${session.id}/projector`}
                      target="_blank"
                      className="max-sm:hidden"
                    >
                      <Presentation aria-hidden="true" />
                      {t.rich('page.projector', { sr: (words) => <span className="sr-only">{words}</span> })}
                    </LinkButton>
                    <EndSession sessionId={session.id} rollCall={live.board.rollCall} />
                  </>
                )}
              </>
            )}
          </SessionActions>
        }
      />
      <BoardNotice connection={live.connection} error={live.error} />
      {session.state === 'SCHEDULED' && <SessionPlanned board={live.board} />}
      {session.state === 'OPEN' && <LiveBoard live={live} />}
      {session.state === 'CLOSED' && <SessionDetail board={live.board} />}
      <EditSessionDialog
        open={editing}
        session={session}
        timeZone={schoolClass.timeZone}
        onDone={() => setEditing(false)}
      />
    </>
  )
}
