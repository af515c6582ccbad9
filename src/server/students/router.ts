import 'server-only'
import { idSchema } from '@/domain/id'
import { studentNoteSchema } from '@/domain/students-schema'
import { classInput, pageFields } from '../trpc/inputs'
import { madeOutput, nothing } from '../trpc/outputs'
import { procedureFor, router } from '../trpc/procedure'
import { at, browserOnly } from '../trpc/rest-meta'
import { addStudentNote, deleteStudentNote, editStudentNote, studentNotes } from './notes'
import * as o from './output'
import { studentInClass, studentSessions } from './service'

const teacher = procedureFor('TEACHER')

const studentInput = classInput.extend({ studentId: idSchema })
const noteInput = studentInput.extend({ noteId: idSchema })

const WORDS = 'Words about somebody are for whoever leads the class, and for no token.'

export const studentsRouter = router({
  inClass: teacher
    .meta(
      at(
        'GET',
        '/classes/{classId}/students/{studentId}',
        'A student in a class: rate, counts, lateness, and the last weeks',
      ),
    )
    .input(studentInput)
    .output(o.studentOutput)
    .query(({ ctx, input }) => studentInClass(ctx, input)),
  sessions: teacher
    .meta(
      at(
        'GET',
        '/classes/{classId}/students/{studentId}/sessions',
        'A student’s sessions in a class, newest first, with what stands of them',
      ),
    )
    .input(studentInput.extend(pageFields))
    .output(o.studentSessionsOutput)
    .query(({ ctx, input }) => studentSessions(ctx, input)),
  notes: teacher
    .meta(browserOnly(WORDS))
    .input(studentInput.extend(pageFields))
    .output(o.studentNotesOutput)
    .query(({ ctx, input }) => studentNotes(ctx, input)),
  addNote: teacher
    .meta(browserOnly(WORDS))
    .input(studentInput.extend(studentNoteSchema.shape))
    .output(madeOutput)
    .mutation(({ ctx, input }) => addStudentNote(ctx, input)),
  editNote: teacher
    .meta(browserOnly(WORDS))
    .input(noteInput.extend(studentNoteSchema.shape))
    .output(nothing)
    .mutation(({ ctx, input }) => editStudentNote(ctx, input)),
  deleteNote: teacher
    .meta(browserOnly(WORDS))
    .input(noteInput)
    .output(nothing)
    .mutation(({ ctx, input }) => deleteStudentNote(ctx, input)),
})
