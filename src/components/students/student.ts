import type { ApiOutput } from '@/components/providers/api-output'

export type StudentInClass = ApiOutput['students']['inClass']

/** What each query and act about a student in a class is asked with. */
export const ofStudent = ({ schoolClass, student }: StudentInClass) => ({
  classId: schoolClass.id,
  studentId: student.id,
})
