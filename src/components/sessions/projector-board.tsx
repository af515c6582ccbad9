'use client'

import { useTranslations } from 'next-intl'
import { dialCounts } from '@/components/attendance/standing-look'
import { FullScreen } from '@/components/layout/full-screen'
import { FullScreenButton } from '@/components/layout/full-screen-button'
import { classNames } from '@/components/ui/class-names'
import { StatusDial, StatusLegend } from '@/components/ui/status-dial'
import { Time } from '@/components/ui/time'
import { belongs, countStandings } from '@/domain/board'
import { useServerTime } from '../live/use-now'
import { BoardNotice } from './board-notice'
import { LateRule } from './late-rule'
import { ProjectorCode } from './projector-code'
import { ProjectorNames } from './projector-names'
import { boardTitle } from './session-words'
import { ShowCodeButton } from './show-code-button'
import { type BoardData, useBoard } from './use-board'
import { useCodeShown } from './use-code-shown'
import { useDocumentTitle } from './use-document-title'

/** The board for the whole room: names and states, the missing first; no notes. */
export function ProjectorBoard({ initial }: { initial: BoardData }) {
  const t = useTranslations('sessions')
  const { board, arrivedAt, connection, fresh, error } = useBoard(initial)
  const { session, schoolClass } = board
  const students = board.students.filter(belongs)
  const now = useServerTime(board.now, arrivedAt)
  const counts = dialCounts(countStandings(students, session))
  const path = `/teach/sessions/${session.id}`
  const [codeShown] = useCodeShown(session.id)
  const code = codeShown && session.state === 'OPEN'
  useDocumentTitle(boardTitle(t, board))

  return (
    <FullScreen
      title={session.title ?? schoolClass.name}
      description={session.title ? schoolClass.name : <Today at={now} timeZone={schoolClass.timeZone} />}
      back={{ href: path, label: t('projector.back') }}
      aside={<Time at={now} timeZone={schoolClass.timeZone} className="font-bold text-2xl sm:text-4xl" />}
      actions={
        <>
          {session.state === 'OPEN' && <ShowCodeButton sessionId={session.id} />}
          <FullScreenButton />
        </>
      }
    >
      <BoardNotice connection={connection} error={error} />
      <div
        className={classNames(
          'grid items-start gap-8 lg:flex-1 lg:gap-10 lg:[container-type:size]',
          code
            ? 'lg:grid-cols-[minmax(20rem,38vw)_minmax(0,1fr)]'
            : 'lg:grid-cols-[minmax(16rem,24vw)_minmax(0,1fr)]',
        )}
      >
        <div className="grid justify-items-center gap-6 lg:sticky lg:top-8 lg:h-[100cqh] lg:grid-rows-[minmax(8rem,auto)] lg:content-start">
          {code ? (
            <ProjectorCode sessionId={session.id} name={schoolClass.name} />
          ) : (
            <>
              <StatusDial counts={counts} size={480} className="max-h-full w-full max-w-[min(100%,60cqh)]!" />
              <StatusLegend
                counts={counts}
                className="grid w-full max-w-96 gap-2 text-[clamp(1.125rem,1.4vw,1.75rem)]"
              />
            </>
          )}
          <p className="w-full max-w-96 border-t pt-4 text-[clamp(1.125rem,1.3vw,1.625rem)] text-muted leading-snug">
            {session.state === 'OPEN' ? (
              <LateRule session={session} timeZone={schoolClass.timeZone} now={now} />
            ) : session.state === 'CLOSED' ? (
              t('projector.ended')
            ) : (
              t('projector.notOpen')
            )}
          </p>
        </div>
        <ProjectorNames {...{ students, session, fresh }} timeZone={schoolClass.timeZone} />
      </div>
    </FullScreen>
  )
}

/** The day as the room reads it, shorter on a phone. */
function Today(day: { at: Date; timeZone: string }) {
  return (
    <>
      <Time {...day} format="date" className="sm:hidden" />
      <Time {...day} format="longDate" className="max-sm:hidden" />
    </>
  )
}
