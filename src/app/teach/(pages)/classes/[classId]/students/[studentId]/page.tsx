import type { Metadata } from 'next'
import { cache } from 'react'
import { orNotFound } from '@/app/or-not-found'
import { StudentPage } from '@/components/students/student-page'
import { withWords } from '@/components/words/with-words'
import { caller } from '@/server/api/caller'
import { requireRole } from '@/server/sign-in/current-user'

type Props = PageProps<'/teach/classes/[classId]/students/[studentId]'>

/** Read once a request, for the title too. */
const studentOf = cache(async (classId: string, studentId: string) => {
  await requireRole('TEACHER', `/teach/classes/${classId}/students/${studentId}`)
  const api = await caller()
  return orNotFound(api.students.inClass({ classId, studentId }))
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { classId, studentId } = await params
  const { student } = await studentOf(classId, studentId)
  return { title: student.name }
}

async function StudentOfClassPage({ params }: Props) {
  const { classId, studentId } = await params
  return <StudentPage key={studentId} initial={await studentOf(classId, studentId)} />
}

export default withWords(['overview', 'sessions', 'students'], StudentOfClassPage)
