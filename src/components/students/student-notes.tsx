'use client'

import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Button } from '@/components/ui/button'
import { Card, CardHeader } from '@/components/ui/card'
import { ErrorState } from '@/components/ui/error-state'
import { ListSkeleton } from '@/components/ui/skeleton'
import { useErrorText } from '@/components/words/error-words'
import { NewNote } from './note-form'
import { NoteRow } from './note-row'
import { ofStudent, type StudentInClass } from './student'

/** What leaders of the class wrote about the student. */
export function StudentNotes({ student }: { student: StudentInClass }) {
  const t = useTranslations('students')
  const { name, deleted } = student.student
  const writes = !deleted && !student.schoolClass.archivedAt
  return (
    // Not on paper, which lies about.
    <Card className="print:hidden">
      <CardHeader title={t('notes.title')} description={t('notes.hint', { name })} />
      <div className="grid gap-5">
        {writes && <NewNote of={ofStudent(student)} />}
        <Notes student={student} />
      </div>
    </Card>
  )
}

function Notes({ student }: { student: StudentInClass }) {
  const t = useTranslations('students')
  const errorText = useErrorText()
  const trpc = useTRPC()
  const queries = useQueryClient()
  const of = ofStudent(student)
  const notes = useInfiniteQuery(
    trpc.students.notes.infiniteQueryOptions(of, { getNextPageParam: ({ nextCursor }) => nextCursor }),
  )
  if (notes.isPending) return <ListSkeleton rows={2} />
  if (!notes.data)
    return (
      <ErrorState onRetry={notes.refetch} retrying={notes.isFetching}>
        {errorText(notes.error)}
      </ErrorState>
    )
  const rows = notes.data.pages.flatMap((page) => page.items)
  if (rows.length === 0) return <p className="text-muted text-sm">{t('notes.none')}</p>
  return (
    <>
      <ul className="grid divide-y">
        {rows.map((note) => (
          <NoteRow
            key={note.id}
            note={note}
            of={of}
            timeZone={student.schoolClass.timeZone}
            onChanged={() => queries.invalidateQueries(trpc.students.notes.pathFilter())}
          />
        ))}
      </ul>
      {notes.hasNextPage && (
        <Button
          variant="ghost"
          className="justify-self-center"
          loading={notes.isFetchingNextPage}
          onClick={() => void notes.fetchNextPage()}
        >
          {t('notes.earlier')}
        </Button>
      )}
    </>
  )
}
