'use client'

import { useTranslations } from 'next-intl'
import { memo, useDeferredValue, useMemo, useState } from 'react'
import { RecordSheet } from '@/components/attendance/record-sheet'
import { LiveSign } from '@/components/live/connection-state'
import { Notice } from '@/components/ui/notice'
import { Time } from '@/components/ui/time'
import { findStudents } from '@/domain/board'
import { useServerTime } from '../live/use-now'
import { BoardEmpty } from './board-empty'
import { BoardSummary } from './board-summary'
import { type BoardOrder, BoardTiles } from './board-tiles'
import { BoardTools } from './board-tools'
import { LateRule } from './late-rule'
import { SessionCode } from './session-code'
import { SessionHistory } from './session-history'
import { lastedFor, useDurationText } from './session-words'
import type { LiveBoard as LiveBoardData } from './use-board'
import { useCodeShown } from './use-code-shown'

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
  const [typed, setTyped] = useState('')
  const [order, setOrder] = useState<BoardOrder>('missing')
  const [openId, setOpenId] = useState<string | null>(null)
  const [codeShown, showCode] = useCodeShown(session.id)
  // The field shows a letter at once, the tiles follow as soon as they are drawn.
  const sought = useDeferredValue(typed)
  const shown = useMemo(() => findStudents(students, sought), [students, sought])
  const lasted = session.openedAt && lastedFor(session.openedAt, now)
  const plannedEnd = () => session.plannedEnd && <Time at={session.plannedEnd} timeZone={timeZone} />
  const overdue = session.plannedEnd !== null && now > session.plannedEnd

  return (
    <div className="grid items-start gap-6 lg:grid-cols-[18rem_1fr]">
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
          <>
            <BoardTools typed={typed} onType={setTyped} order={order} onOrder={setOrder} />
            {shown.length === 0 && <p className="py-8 text-center text-muted">{t('board.noName')}</p>}
            <Tiles
              session={session}
              students={shown}
              order={order}
              timeZone={timeZone}
              fresh={fresh}
              onOpen={setOpenId}
            />
          </>
        )}
      </div>
      <RecordSheet
        session={session}
        timeZone={timeZone}
        student={students.find(({ id }) => id === openId) ?? null}
        onClose={() => setOpenId(null)}
      />
    </div>
  )
}
