'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { MovementNote } from '@/components/attendance/movement-note'
import { RecordMarkMenu } from '@/components/attendance/record-mark-menu'
import { RecordSheet } from '@/components/attendance/record-sheet'
import { RecordMethod } from '@/components/attendance/record-times'
import { statusOf } from '@/components/attendance/standing-look'
import { StudentSearch } from '@/components/places/people-search'
import { Avatar } from '@/components/ui/avatar'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { StatusBadge } from '@/components/ui/status-badge'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import { compareNames, findStudents, standingOf } from '@/domain/board'
import { BoardSummary } from './board-summary'
import { NotTaken } from './not-taken'
import { SessionHistory } from './session-history'
import { Span } from './session-when'
import { lastedFor, useDurationText } from './session-words'
import type { BoardData, BoardStudent } from './use-board'

/** From this many students on a name is found by typing it. */
const MANY = 10

/** A session that has ended: the record of everybody, still open to correction by hand. */
export function SessionDetail({ board }: { board: BoardData }) {
  const t = useTranslations('sessions')
  const durationText = useDurationText()
  const { session, schoolClass, students } = board
  const [typed, setTyped] = useState('')
  const [openId, setOpenId] = useState<string | null>(null)
  const lasted = session.openedAt && session.closedAt && lastedFor(session.openedAt, session.closedAt)
  const shown = findStudents(students, typed).sort(compareNames)
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[18rem_1fr]">
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
      <div className="grid min-w-0 gap-3">
        {session.notTaken && <NotTaken board={board} />}
        {students.length >= MANY && <StudentSearch value={typed} onChange={setTyped} />}
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
                  <Th>
                    <span className="sr-only">{t('record.mark')}</span>
                  </Th>
                </>
              }
            >
              {shown.map((student) => (
                <DetailRow
                  key={student.id}
                  session={session}
                  student={student}
                  timeZone={schoolClass.timeZone}
                  onOpen={() => setOpenId(student.id)}
                />
              ))}
            </Table>
          )}
          {students.length > 0 && shown.length === 0 && (
            <p className="px-6 py-8 text-center text-muted">{t('board.noName')}</p>
          )}
        </Card>
      </div>
      <RecordSheet
        session={session}
        timeZone={schoolClass.timeZone}
        student={students.find(({ id }) => id === openId) ?? null}
        onClose={() => setOpenId(null)}
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
  onOpen: () => void
}

function DetailRow({ session, student, timeZone, onOpen }: DetailRowProps) {
  const t = useTranslations('sessions')
  const { name, record } = student
  const none = <span className="text-muted">–</span>
  const unlessPhone = (there: unknown) => (there ? '' : 'max-sm:hidden')
  const byMethod = record && record.method !== 'SESSION_END'
  return (
    <Tr compact>
      <Td className="max-sm:justify-start">
        <span className="flex min-w-0 items-center gap-3">
          <Avatar name={name} size="sm" />
          <span className="grid min-w-0">
            <button
              type="button"
              onClick={onOpen}
              className="min-h-11 wrap-anywhere rounded-sm text-start font-semibold hover:underline sm:min-h-8"
            >
              {name}
            </button>
            <MovementNote of={student} timeZone={timeZone} />
          </span>
        </span>
      </Td>
      <Td>
        <StatusBadge status={statusOf[standingOf(student, session)]} />
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
      <Td className="text-end max-sm:justify-end">
        <RecordMarkMenu session={session} student={student} onDetails={onOpen} />
      </Td>
    </Tr>
  )
}
