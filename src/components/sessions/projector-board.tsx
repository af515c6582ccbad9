'use client'

import { dialCounts, statusOf } from '@/components/attendance/standing-look'
import { FullScreen } from '@/components/layout/full-screen'
import { FullScreenButton } from '@/components/layout/full-screen-button'
import { StatusDial, StatusLegend } from '@/components/ui/status-dial'
import { Time } from '@/components/ui/time'
import { compareNames, countStandings, standingOf } from '@/domain/board'
import { ConnectionNotice } from './connection-state'
import { LateRule } from './late-rule'
import { ProjectorTile } from './projector-tile'
import { boardTitle } from './session-words'
import { type BoardData, useBoard } from './use-board'
import { useDocumentTitle } from './use-document-title'
import { useServerTime } from './use-now'

/** Columns as wide as the number of students allows, so that the last row can be read from the back of the room. */
function columnsFor(students: number): string {
  if (students <= 12) return 'grid-cols-[repeat(auto-fill,minmax(min(100%,27rem),1fr))] text-[2rem]'
  if (students <= 33) return 'grid-cols-[repeat(auto-fill,minmax(min(100%,22rem),1fr))] text-[1.625rem]'
  return 'grid-cols-[repeat(auto-fill,minmax(min(100%,16rem),1fr))] text-[1.25rem]'
}

/** The board for the whole room: names and states, by name so that everybody finds their own; no notes. */
export function ProjectorBoard({ initial }: { initial: BoardData }) {
  const { board, arrivedAt, connection, fresh } = useBoard(initial)
  const { session, schoolClass, students } = board
  const now = useServerTime(board.now, arrivedAt)
  const counts = dialCounts(countStandings(students))
  const path = `/teach/sessions/${session.id}`
  useDocumentTitle(boardTitle(board))

  return (
    <FullScreen
      title={session.title ?? schoolClass.name}
      description={
        session.title ? schoolClass.name : <Time at={now} timeZone={schoolClass.timeZone} format="longDate" />
      }
      back={{ href: path, label: 'Back to the session' }}
      aside={<Time at={now} timeZone={schoolClass.timeZone} className="font-bold text-3xl sm:text-4xl" />}
      actions={<FullScreenButton />}
    >
      <ConnectionNotice connection={connection} path={`${path}/projector`} />
      <div className="grid items-start gap-8 lg:grid-cols-[minmax(18rem,26vw)_1fr] lg:gap-12">
        <div className="grid justify-items-center gap-6 lg:sticky lg:top-8">
          <StatusDial counts={counts} size={480} className="h-auto w-full max-w-[min(100%,50dvh)]" />
          <StatusLegend
            counts={counts}
            className="grid w-full max-w-96 gap-2 text-[clamp(1.125rem,1.4vw,1.75rem)]"
          />
          <p className="w-full max-w-96 border-t pt-4 text-[clamp(1.125rem,1.3vw,1.625rem)] text-muted leading-snug">
            {session.state === 'OPEN' ? (
              <LateRule session={session} timeZone={schoolClass.timeZone} now={now} />
            ) : session.state === 'CLOSED' ? (
              'The session has ended.'
            ) : (
              'The session is not open yet.'
            )}
          </p>
        </div>
        <ul className={`grid gap-3 ${columnsFor(students.length)}`}>
          {[...students].sort(compareNames).map((student) => (
            <ProjectorTile
              key={student.id}
              name={student.name}
              status={statusOf[standingOf(student)]}
              at={student.record?.clockedInAt ?? null}
              timeZone={schoolClass.timeZone}
              fresh={fresh.has(student.id)}
            />
          ))}
        </ul>
      </div>
    </FullScreen>
  )
}
