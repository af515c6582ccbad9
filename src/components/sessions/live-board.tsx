'use client'

import { useTranslations } from 'next-intl'
import { memo, useMemo } from 'react'
import { useOpenInAddress } from '@/components/lists/use-open-in-address'
import { LiveSign } from '@/components/live/connection-state'
import { later } from '@/components/ui/later'
import { Notice } from '@/components/ui/notice'
import { Time } from '@/components/ui/time'
import { useView } from '@/components/ui/view-switch'
import { findStudents } from '@/domain/board'
import { useServerTime } from '../live/use-now'
import { BoardEmpty } from './board-empty'
import { BoardSummary } from './board-summary'
import { BoardTiles } from './board-tiles'
import { BoardTools } from './board-tools'
import { LateRule } from './late-rule'
import { MarkingBar } from './marking-bar'
import { SessionCode } from './session-code'
import { SessionHistory } from './session-history'
import { lastedFor, useDurationText } from './session-words'
import type { LiveBoard as LiveBoardData } from './use-board'
import { useBoardSearch } from './use-board-search'
import { useCodeShown } from './use-code-shown'
import { useMarking } from './use-marking'

const RecordSheet = later(
  () => import('@/components/attendance/record-sheet').then(({ RecordSheet }) => RecordSheet),
  { when: ({ student }) => student !== null },
)

/** Not drawn anew with every second of the clock beside it. */
const Tiles = memo(BoardTiles)

/** An open session: who is here, as it happens. */
export function LiveBoard({ live }: { live: LiveBoardData }) {
  const t = useTranslations('sessions')
  const durationText = useDurationText()
  const { board, fresh, connection, arrivedAt } = live
  const { session, schoolClass, students, codeGuessed } = board
  const { timeZone } = schoolClass
  const now = useServerTime(board.now, arrivedAt)
  const { typed, type, sought, order, setOrder } = useBoardSearch()
  const [view, setView] = useView('board', 'tiles')
  const [openId, open, close] = useOpenInAddress('student')
  const marking = useMarking({ session, students, regroups: order === 'missing' })
  const [codeShown, showCode] = useCodeShown(session.id)
  const shown = useMemo(() => findStudents(students, sought), [students, sought])
  const lasted = session.openedAt && lastedFor(session.openedAt, now)
  const plannedEnd = () => session.plannedEnd && <Time at={session.plannedEnd} timeZone={timeZone} />
  const overdue = session.plannedEnd !== null && now > session.plannedEnd

  return (
    <div className="grid items-start gap-4 sm:gap-6 lg:grid-cols-[18rem_1fr]">
      <BoardSummary session={session} students={students}>
        <p className="flex items-center justify-between gap-3">
          <span>
            {lasted
              ? t.rich('board.openFor', {
                  duration: durationText(lasted),
                  b: (words) => <span className="font-semibold">{words}</span>,
                })
              : t('board.justOpened')}
          </span>
          <LiveSign connection={connection} />
        </p>
        <p className="text-muted">
          <LateRule session={session} timeZone={timeZone} now={now} />
        </p>
        {session.plannedEnd && !overdue && (
          <p className="text-muted">{t.rich('board.plannedUntil', { at: plannedEnd })}</p>
        )}
        <SessionHistory sessionId={session.id} timeZone={timeZone} />
      </BoardSummary>
      <div className="min-w-0">
        {codeShown && (
          <SessionCode sessionId={session.id} name={schoolClass.name} onHide={() => showCode(false)} />
        )}
        {codeGuessed && (
          <Notice tone="caution" className="mb-4">
            {t('code.guessed')}
          </Notice>
        )}
        {session.plannedEnd && overdue && (
          <Notice tone="caution" className="mb-4">
            {t.rich('board.overdue', { at: plannedEnd })}
          </Notice>
        )}
        {students.length === 0 ? (
          <BoardEmpty schoolClass={schoolClass} />
        ) : (
          <div {...marking.region}>
            <BoardTools
              {...{ typed, order, view, marking }}
              onType={type}
              onOrder={setOrder}
              onView={setView}
            />
            {shown.length === 0 && <p className="py-8 text-center text-muted">{t('board.noName')}</p>}
            <Tiles
              {...{ session, order, view, timeZone, fresh }}
              students={shown}
              selected={marking.selected}
              current={marking.current}
              onOpen={open}
              onPick={marking.toggle}
            />
            <MarkingBar marking={marking} />
          </div>
        )}
      </div>
      <RecordSheet
        session={session}
        timeZone={timeZone}
        student={students.find(({ id }) => id === openId) ?? null}
        onClose={close}
      />
    </div>
  )
}
