'use client'

import { useQuery } from '@tanstack/react-query'
import { Users } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { memo } from 'react'
import { FaceAtPlace } from '@/components/face-opt-out/face-at-place'
import { ListSearch } from '@/components/lists/list-search'
import { useAddress } from '@/components/lists/use-filters'
import type { ApiOutput } from '@/components/providers/api-output'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Avatar } from '@/components/ui/avatar'
import { Card } from '@/components/ui/card'
import { classNames } from '@/components/ui/class-names'
import { EmailAddress } from '@/components/ui/email-address'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorState } from '@/components/ui/error-state'
import { ListSkeleton } from '@/components/ui/skeleton'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import { useDrawn } from '@/components/ui/use-drawn'
import { useView, ViewSwitch } from '@/components/ui/view-switch'
import { useErrorText } from '@/components/words/error-words'
import { findStudents } from '@/domain/board'
import { StudentLink } from '../places/student-link'
import { classAddress } from './class-tabs'
import { FaceBadge } from './face-badge'
import { RemoveStudent } from './remove-student'
import { RosterTile } from './roster-tile'

/** From this many students on a name is found by typing it. */
const MANY = 10

interface RosterProps {
  classId: string
  timeZone: string
}

export function Roster({ classId, timeZone }: RosterProps) {
  const t = useTranslations('classes')
  const errorText = useErrorText()
  const trpc = useTRPC()
  const places = useTranslations('places')
  const [{ search = '' }, change] = useAddress(classAddress)
  const [view, setView] = useView('roster', 'list')
  // Students join while the teacher watches, so the list looks for them by itself.
  const roster = useQuery(trpc.places.members.queryOptions({ placeId: classId }, { refetchInterval: 5_000 }))
  if (roster.isPending) return <ListSkeleton rows={6} />
  if (roster.isError)
    return (
      <ErrorState onRetry={roster.refetch} retrying={roster.isFetching}>
        {errorText(roster.error)}
      </ErrorState>
    )
  if (roster.data.length === 0)
    return (
      <Card>
        <EmptyState icon={<Users />} title={t('roster.none')}>
          {t('roster.noneHint')}
        </EmptyState>
      </Card>
    )
  const shown = findStudents(roster.data, search)
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <EnrolmentNote students={roster.data} />
        <div className="flex flex-wrap items-center gap-3 max-sm:w-full max-sm:flex-nowrap print:hidden">
          {roster.data.length >= MANY && (
            <ListSearch
              label={places('findStudent')}
              searched={search}
              onSearch={(next) => change({ search: next || null })}
            />
          )}
          <ViewSwitch value={view} onChange={setView} />
        </div>
      </div>
      {shown.length === 0 ? (
        <Card>
          <p className="py-2 text-center text-muted">{t('roster.noName')}</p>
        </Card>
      ) : view === 'tiles' ? (
        <RosterTiles students={shown} classId={classId} />
      ) : (
        <RosterTable students={shown} classId={classId} timeZone={timeZone} />
      )}
    </div>
  )
}

type Student = ApiOutput['places']['members'][number]

function RosterTiles({ students, classId }: { students: readonly Student[]; classId: string }) {
  const t = useTranslations('classes')
  const drawn = useDrawn(students.length)
  return (
    <ul
      aria-label={t('roster.table')}
      className="grid grid-cols-1 gap-2.5 sm:grid-cols-[repeat(auto-fill,minmax(17rem,1fr))]"
    >
      {students.slice(0, drawn).map((student) => (
        <RosterTile key={student.id} student={student} classId={classId} />
      ))}
    </ul>
  )
}

const columns = classNames(
  'sm:[&_tr]:grid-cols-[minmax(0,5fr)_5.5rem_minmax(9rem,3fr)_7.5rem]',
  'lg:[&_tr]:grid-cols-[minmax(0,5fr)_5.5rem_minmax(9rem,3fr)_minmax(0,2fr)_7.5rem]',
)

function RosterTable({ students, ...of }: RosterProps & { students: readonly Student[] }) {
  const t = useTranslations('classes')
  const drawn = useDrawn(students.length)
  return (
    <Card padded={false}>
      <Table
        long
        className={columns}
        label={t('roster.table')}
        head={
          <>
            <Th>{t('roster.name')}</Th>
            <Th>{t('roster.number')}</Th>
            <Th>{t('roster.photos')}</Th>
            <Th className="sm:max-lg:hidden">{t('roster.joined')}</Th>
            <Th className="print:hidden">
              <span className="sr-only">{t('roster.actions')}</span>
            </Th>
          </>
        }
      >
        {students.slice(0, drawn).map((student) => (
          <Row key={student.id} student={student} {...of} />
        ))}
      </Table>
    </Card>
  )
}

/** Drawn anew where something about the student is new, though the list asks every few seconds. */
const Row = memo(StudentRow)

function EnrolmentNote({ students }: { students: readonly Student[] }) {
  const t = useTranslations('classes')
  const enrolled = students.filter((student) => student.enrolled).length
  const words =
    enrolled === 0
      ? t('roster.enrolledNone')
      : enrolled === students.length
        ? t('roster.enrolledAll')
        : t('roster.enrolledSome', { enrolled, students: students.length })
  return <p className="text-muted text-sm">{words}</p>
}

function StudentRow({ student, classId, timeZone }: RosterProps & { student: Student }) {
  const t = useTranslations('classes')
  return (
    <Tr compact>
      <Td className="max-sm:max-w-[calc(100%-7rem)] max-sm:justify-start!">
        <div className="flex min-w-0 items-center gap-3 sm:min-w-36">
          <Avatar name={student.name} size="sm" />
          <div className="min-w-0">
            <StudentLink classId={classId} student={student} />
            <p className="text-muted text-sm">
              <EmailAddress>{student.email}</EmailAddress>
            </p>
          </div>
        </div>
      </Td>
      <Td label={t('roster.number')} className="tabular-nums">
        {student.number}
      </Td>
      <Td label={t('roster.photos')}>
        <FaceBadge student={student} />
      </Td>
      <Td label={t('roster.joined')} className="sm:max-lg:hidden">
        <Time at={student.joinedAt} timeZone={timeZone} format="date" />
      </Td>
      <Td className="text-end max-sm:justify-end! print:hidden">
        <span className="inline-flex items-center gap-1">
          <FaceAtPlace place={{ placeId: classId, kind: 'CLASS' }} person={student} as="icon" />
          <RemoveStudent classId={classId} student={student} />
        </span>
      </Td>
    </Tr>
  )
}
