'use client'

import { useTranslations } from 'next-intl'
import { type CSSProperties, memo } from 'react'
import { dialCounts, statusOf } from '@/components/attendance/standing-look'
import { FullScreen } from '@/components/layout/full-screen'
import { FullScreenButton } from '@/components/layout/full-screen-button'
import { classNames } from '@/components/ui/class-names'
import { StatusDial, StatusLegend } from '@/components/ui/status-dial'
import { Time } from '@/components/ui/time'
import { belongs, compareNames, countStandings, standingOf } from '@/domain/board'
import { useServerTime } from '../live/use-now'
import { BoardNotice } from './board-notice'
import { LateRule } from './late-rule'
import { ProjectorCode } from './projector-code'
import { ProjectorTile } from './projector-tile'
import { boardTitle } from './session-words'
import { ShowCodeButton } from './show-code-button'
import { type BoardData, useBoard } from './use-board'
import { useCodeShown } from './use-code-shown'
import { useDocumentTitle } from './use-document-title'

/** How many columns let the names of so many students be as big as the wall allows. */
function columnsFor(students: number): number {
  if (students <= 14) return 2
  if (students <= 33) return 3
  if (students <= 48) return 4
  return students <= 54 ? 5 : 6
}

// A projector cannot be scrolled: the type is as big as lets all rows stand in what is left of the screen. A row is 2.95 em
// high and has a gap of 0.75 rem and borders of 0.25 rem.
const tileGrid = classNames(
  'grid grid-cols-1 gap-3 text-xl sm:grid-cols-2 lg:grid-cols-[repeat(var(--columns),minmax(0,1fr))]',
  'lg:text-[clamp(0.75rem,calc(((100cqh+0.75rem)/var(--rows)-1rem)/2.95),var(--largest))]',
)

/** Beside the code there is less width for the names. */
function gridStyle(students: number, beside: boolean): CSSProperties {
  const columns = columnsFor(students)
  return {
    '--columns': columns,
    '--rows': Math.max(1, Math.ceil(students / columns)),
    '--largest': beside ? 'min(2.25rem, 1.6vw)' : '2.25rem',
  } as CSSProperties
}

const Tile = memo(ProjectorTile)

/** The board for the whole room: names and states, by name so that everybody finds their own; no notes. */
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
      description={
        session.title ? schoolClass.name : <Time at={now} timeZone={schoolClass.timeZone} format="longDate" />
      }
      back={{ href: path, label: t('projector.back') }}
      aside={<Time at={now} timeZone={schoolClass.timeZone} className="font-bold text-3xl sm:text-4xl" />}
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
              <StatusDial counts={counts} size={480} className="max-h-full w-full max-w-[min(100%,60cqh)]" />
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
        <ul className={tileGrid} style={gridStyle(students.length, code)}>
          {[...students].sort(compareNames).map((student) => {
            const standing = standingOf(student, session)
            const { clockedInAt = null, clockedOutAt = null } = student.record ?? {}
            return (
              <Tile
                key={student.id}
                name={student.name}
                status={statusOf[standing]}
                at={standing === 'LEFT' ? clockedOutAt : clockedInAt}
                timeZone={schoolClass.timeZone}
                fresh={fresh.has(student.id)}
              />
            )
          })}
        </ul>
      </div>
    </FullScreen>
  )
}
