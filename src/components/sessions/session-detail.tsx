'use client'

import { useTranslations } from 'next-intl'
import { KeptNote } from '@/components/attendance/kept-note'
import { MovementNote } from '@/components/attendance/movement-note'
import { RecordMarkMenu } from '@/components/attendance/record-mark-menu'
import { RecordMethod } from '@/components/attendance/record-times'
import { statusOf } from '@/components/attendance/standing-look'
import { useOpenInAddress } from '@/components/lists/use-open-in-address'
import { StudentSearch } from '@/components/places/people-search'
import { StudentLink } from '@/components/places/student-link'
import { Avatar } from '@/components/ui/avatar'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { later } from '@/components/ui/later'
import { StatusBadge } from '@/components/ui/status-badge'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import { useDrawn } from '@/components/ui/use-drawn'
import { compareNames, findStudents, standingOf } from '@/domain/board'
import { BoardSummary } from './board-summary'
import { MarkingBar } from './marking-bar'
import { MarkingTools, SelectSeveral } from './marking-tools'
import { NotTaken } from './not-taken'
import { SessionHistory } from './session-history'
import { Span } from './session-when'
import { lastedFor, useDurationText } from './session-words'
import { Tick } from './tick'
import type { BoardData, BoardStudent } from './use-board'
import { useBoardSearch } from './use-board-search'
import { type Marking, useMarking } from './use-marking'

const RecordSheet = later(
  () => import('@/components/attendance/record-sheet').then(({ RecordSheet }) => RecordSheet),
  { when: ({ student }) => student !== null },
)

/** From this many students on a name is found by typing it. */
const MANY = 10

/** A session that has ended: the record of everybody, still open to correction by hand. */
export function SessionDetail({ board }: { board: BoardData }) {
  const t = useTranslations('sessions')
  const durationText = useDurationText()
  const { session, schoolClass, students } = board
  const { typed, type, sought } = useBoardSearch()
  const [openId, open, close] = useOpenInAddress('student')
  const marking = useMarking({ session, students, regroups: false })
  const lasted = session.openedAt && session.closedAt && lastedFor(session.openedAt, session.closedAt)
  const shown = findStudents(students, sought).sort(compareNames)
  const drawn = useDrawn(shown.length)
  const stop = shown.find(({ id }) => id === marking.current)?.id ?? shown[0]?.id
  return (
    <div className="grid items-start gap-4 sm:gap-6 lg:grid-cols-[18rem_1fr]">
      <BoardSummary session={session} students={students} over>
        <p>
          {lasted ? t('record.openedFor', { duration: durationText(lasted) }) : t('record.openedBriefly')}
        </p>
        {session.plannedStart && (
          <p className="text-muted">
            {t.rich('record.plannedFor', { when: () => <Planned board={board} /> })}
          </p>
        )}
        <p className="text-muted">{t('lateRule.sentence', { minutes: session.lateAfterMinutes })}</p>
        <SessionHistory sessionId={session.id} timeZone={schoolClass.timeZone} />
      </BoardSummary>
      <div className="grid min-w-0 gap-3" {...marking.region}>
        {session.notTaken && <NotTaken board={board} />}
        <div className="flex flex-wrap items-center gap-3 print:hidden">
          {students.length >= MANY && <StudentSearch value={typed} onChange={type} />}
          {students.length > 0 && (
            <>
              <MarkingTools marking={marking} />
              <SelectSeveral marking={marking} />
            </>
          )}
        </div>
        <Card padded={false}>
          {students.length === 0 ? (
            <EmptyState title={t('record.nobody')}>{t('record.nobodyHint')}</EmptyState>
          ) : (
            <Table
              label={t('record.table')}
              head={
                <>
                  <Th>{t('record.name')}</Th>
                  <Th>{t('record.status')}</Th>
                  <Th>{t('record.in')}</Th>
                  <Th>{t('record.out')}</Th>
                  <Th>{t('record.method')}</Th>
                  <Th>{t('record.note')}</Th>
                  <Th className="print:hidden">
                    <span className="sr-only">{t('record.mark')}</span>
                  </Th>
                </>
              }
            >
              {shown.slice(0, drawn).map((student) => (
                <DetailRow
                  key={student.id}
                  session={session}
                  student={student}
                  timeZone={schoolClass.timeZone}
                  marking={marking}
                  stop={student.id === stop}
                  onOpen={open}
                />
              ))}
            </Table>
          )}
          {students.length > 0 && shown.length === 0 && (
            <p className="px-6 py-8 text-center text-muted">{t('board.noName')}</p>
          )}
        </Card>
        <MarkingBar marking={marking} />
      </div>
      <RecordSheet
        session={session}
        timeZone={schoolClass.timeZone}
        student={students.find(({ id }) => id === openId) ?? null}
        onClose={close}
      />
    </div>
  )
}

function Planned({ board: { session, schoolClass } }: { board: BoardData }) {
  if (!session.plannedStart) return null
  return <Span from={session.plannedStart} to={session.plannedEnd} timeZone={schoolClass.timeZone} />
}

interface DetailRowProps {
  session: BoardData['session']
  student: BoardStudent
  timeZone: string
  marking: Marking
  /** Whether the Tab key stops here: at one of them all, the arrow keys lead to the others. */
  stop: boolean
  onOpen: (studentId: string) => void
}

function DetailRow({ session, student, timeZone, marking, stop, onOpen }: DetailRowProps) {
  const t = useTranslations('sessions')
  const { id, name, record } = student
  const { selected, toggle } = marking
  const none = <span className="text-muted">–</span>
  const unlessPhone = (there: unknown) => (there ? '' : 'max-sm:hidden')
  const byMethod = record && record.method !== 'SESSION_END'
  const tabIndex = stop ? 0 : -1
  const picked = selected?.has(id) ?? false
  return (
    <Tr compact data-person={id} className={`relative ${picked ? 'bg-accent-soft' : ''}`}>
      <Td className="max-sm:justify-start!">
        <button
          type="button"
          data-stop=""
          aria-label={name}
          {...(selected ? { 'aria-pressed': picked } : { 'aria-haspopup': 'dialog' as const })}
          tabIndex={tabIndex}
          onClick={() => (selected ? toggle(id) : onOpen(id))}
          className="absolute inset-0 focus-visible:-outline-offset-2 print:hidden"
        />
        <span className="flex min-w-0 items-center gap-3">
          {selected ? <Tick picked={picked} /> : <Avatar name={name} size="sm" className="print:hidden" />}
          <span className="grid min-w-0">
            <StudentLink
              classId={session.classId}
              student={student}
              tabIndex={tabIndex}
              className="relative justify-self-start"
            />
            <MovementNote of={student} timeZone={timeZone} />
          </span>
        </span>
      </Td>
      <Td>
        <StatusBadge status={statusOf[standingOf(student, session)]} />
        <KeptNote sessionId={session.id} studentId={id} />
      </Td>
      <Td label={t('record.in')} className={unlessPhone(record?.clockedInAt)}>
        {record?.clockedInAt ? <Time at={record.clockedInAt} timeZone={timeZone} /> : none}
      </Td>
      <Td label={t('record.out')} className={unlessPhone(record?.clockedOutAt)}>
        {record?.clockedOutAt ? <Time at={record.clockedOutAt} timeZone={timeZone} /> : none}
      </Td>
      <Td className={`text-sm ${unlessPhone(byMethod)}`}>
        {byMethod ? <RecordMethod method={record.method} /> : none}
      </Td>
      <Td
        label={t('record.note')}
        className={`max-w-48 text-sm max-sm:w-full max-sm:max-w-none ${unlessPhone(record?.note)}`}
      >
        {record?.note ? (
          <span className="line-clamp-2 wrap-anywhere max-sm:flex-1">{record.note}</span>
        ) : (
          none
        )}
      </Td>
      <Td className="text-end max-sm:justify-end! print:hidden">
        <span className="relative">
          <RecordMarkMenu
            session={session}
            student={student}
            onDetails={() => onOpen(id)}
            tabIndex={tabIndex}
          />
        </span>
      </Td>
    </Tr>
  )
}
