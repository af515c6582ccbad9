'use client'

import { useQuery } from '@tanstack/react-query'
import { ScanFace, UserRound, Users, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { memo, useDeferredValue, useState } from 'react'
import { FaceAtPlace } from '@/components/face-opt-out/face-at-place'
import { useOffHereWords } from '@/components/face-opt-out/off-here-words'
import type { ApiOutput } from '@/components/providers/api-output'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Avatar } from '@/components/ui/avatar'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { EmailAddress } from '@/components/ui/email-address'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorState } from '@/components/ui/error-state'
import { ListSkeleton } from '@/components/ui/skeleton'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import { useErrorText } from '@/components/words/error-words'
import { findStudents } from '@/domain/board'
import { StudentSearch } from '../places/people-search'
import { RemoveStudent } from './remove-student'

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
  const [typed, setTyped] = useState('')
  const sought = useDeferredValue(typed)
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
  const shown = findStudents(roster.data, sought)
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <EnrolmentNote students={roster.data} />
        {roster.data.length >= MANY && <StudentSearch value={typed} onChange={setTyped} />}
      </div>
      <Card padded={false}>
        <Table
          label={t('roster.table')}
          head={
            <>
              <Th>{t('roster.name')}</Th>
              <Th>{t('roster.number')}</Th>
              <Th>{t('roster.photos')}</Th>
              <Th className="sm:max-lg:hidden">{t('roster.joined')}</Th>
              <Th>
                <span className="sr-only">{t('roster.actions')}</span>
              </Th>
            </>
          }
        >
          {shown.map((student) => (
            <Row key={student.id} student={student} classId={classId} timeZone={timeZone} />
          ))}
        </Table>
        {shown.length === 0 && <p className="px-6 py-8 text-center text-muted">{t('roster.noName')}</p>}
      </Card>
    </div>
  )
}

type Student = ApiOutput['places']['members'][number]

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
  const offHereWords = useOffHereWords()
  return (
    <Tr compact>
      <Td className="max-sm:max-w-[calc(100%-7rem)] max-sm:justify-start">
        <div className="flex min-w-0 items-center gap-3 sm:min-w-36">
          <Avatar name={student.name} size="sm" />
          <div className="min-w-0">
            <p translate="no" className="wrap-anywhere font-semibold">
              {student.name}
            </p>
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
        {student.faceOff ? (
          <Badge tone="neutral" icon={<UserRound aria-hidden="true" />}>
            {t('roster.withoutFace')}
          </Badge>
        ) : student.faceOffHere ? (
          <div className="grid justify-items-start gap-0.5 max-sm:justify-items-end">
            <Badge tone="neutral" icon={<UserRound aria-hidden="true" />}>
              {t('roster.faceOffHere')}
            </Badge>
            <span className="text-muted text-sm">{offHereWords(student.faceOffHere)}</span>
          </div>
        ) : student.enrolled ? (
          <Badge tone="positive" icon={<ScanFace aria-hidden="true" />}>
            {t('roster.yes')}
          </Badge>
        ) : (
          <Badge tone="neutral" icon={<X aria-hidden="true" />}>
            {t('roster.no')}
          </Badge>
        )}
      </Td>
      <Td label={t('roster.joined')} className="sm:max-lg:hidden">
        <Time at={student.joinedAt} timeZone={timeZone} format="date" />
      </Td>
      <Td className="text-end max-sm:justify-end">
        <span className="inline-flex items-center gap-1">
          <FaceAtPlace place={{ placeId: classId, kind: 'CLASS' }} person={student} as="icon" />
          <RemoveStudent classId={classId} student={student} />
        </span>
      </Td>
    </Tr>
  )
}
