import 'server-only'
import { z } from 'zod'
import { idSchema } from '@/domain/id'
import { manyStudents, markManySchema, markSchema, seenSchema } from '@/domain/sessions-schema'
import { classInput, dayFields, pageFields, sessionInput } from '../trpc/inputs'
import { nothing } from '../trpc/outputs'
import { procedureFor, router } from '../trpc/procedure'
import { at } from '../trpc/rest-meta'
import { classRecords } from './class-records'
import { clearMark, mark, markMany, ownRecordHistory, recordHistory, undoMark, undoMarks } from './mark'
import * as o from './output'
import { ownRecords, ownTotals } from './own-records'
import { summary, taughtToday } from './taught'
import { ownStanding, today } from './today'

const teacher = procedureFor('TEACHER')
const student = procedureFor('STUDENT')

const recordInput = sessionInput.extend({ studentId: idSchema })

export const attendanceRouter = router({
  today: student
    .meta(at('GET', '/me/today', 'The open and planned sessions of a student, with their records'))
    .output(o.todayOutput)
    .query(({ ctx }) => today(ctx)),
  ownRecords: student
    .meta(at('GET', '/me/attendance', 'A student’s own records, newest first'))
    .input(z.strictObject({ classId: idSchema.optional(), ...pageFields }))
    .output(o.ownRecordsOutput)
    .query(({ ctx, input }) => ownRecords(ctx, input)),
  ownTotals: student
    .meta(at('GET', '/me/attendance/totals', 'A student’s own totals, in all and by class'))
    .output(o.ownTotalsOutput)
    .query(({ ctx }) => ownTotals(ctx)),
  ownStanding: student
    .meta(at('GET', '/me/sessions/{sessionId}', 'One session of a student’s, and what stands of them in it'))
    .input(sessionInput)
    .output(o.ownStandingOutput)
    .query(({ ctx, input }) => ownStanding(ctx, input)),
  ownRecordHistory: student
    .meta(at('GET', '/me/sessions/{sessionId}/history', 'How a student’s own record in a session came about'))
    .input(sessionInput)
    .output(o.historyOutput)
    .query(({ ctx, input }) => ownRecordHistory(ctx, input)),

  taughtToday: teacher
    .meta(
      at('GET', '/attendance/today', 'Today in the classes that one leads: sessions, and who stands where'),
    )
    .output(o.taughtTodayOutput)
    .query(({ ctx }) => taughtToday(ctx)),
  summary: teacher
    .meta(at('GET', '/attendance/summary', 'Attendance added up by class, over all time or some days'))
    .input(z.strictObject({ classId: idSchema.optional(), ...dayFields }))
    .output(o.summaryOutput)
    .query(({ ctx, input }) => summary(ctx, input)),
  ofClass: teacher
    .meta(
      at('GET', '/classes/{classId}/attendance', 'The records of a class, by days and student, newest first'),
    )
    .input(classInput.extend({ studentId: idSchema.optional(), ...dayFields, ...pageFields }))
    .output(o.classRecordsOutput)
    .query(({ ctx, input }) => classRecords(ctx, input)),
  mark: teacher
    .meta(at('PUT', '/sessions/{sessionId}/records/{studentId}', 'Mark a student by hand'))
    .input(recordInput.extend(markSchema.shape))
    .output(nothing)
    .mutation(({ ctx, input }) => mark(ctx, input)),
  clear: teacher
    .meta(
      at('DELETE', '/sessions/{sessionId}/records/{studentId}', 'Take a student’s record back: not yet here'),
    )
    .input(recordInput.extend({ seen: seenSchema.optional() }))
    .output(nothing)
    .mutation(({ ctx, input }) => clearMark(ctx, input)),
  undo: teacher
    .meta(
      at(
        'POST',
        '/sessions/{sessionId}/records/{studentId}/undo',
        'Undo one’s own last mark, within 10 seconds of it',
      ),
    )
    .input(recordInput)
    .output(nothing)
    .mutation(({ ctx, input }) => undoMark(ctx, input)),
  markMany: teacher
    .meta(
      at(
        'PUT',
        '/sessions/{sessionId}/records',
        'Mark many students by hand at once: these, or those of them without a mark',
      ),
    )
    .input(sessionInput.extend(markManySchema.shape))
    .output(o.markedOutput)
    .mutation(({ ctx, input }) => markMany(ctx, input)),
  undoMany: teacher
    .meta(
      at(
        'POST',
        '/sessions/{sessionId}/records/undo',
        'Undo one’s own last marks of these students, within 10 seconds of them',
      ),
    )
    .input(sessionInput.extend({ studentIds: manyStudents }))
    .output(o.markedOutput)
    .mutation(({ ctx, input }) => undoMarks(ctx, input)),
  recordHistory: teacher
    .meta(
      at(
        'GET',
        '/sessions/{sessionId}/records/{studentId}/history',
        'How a student’s record in a session came about',
      ),
    )
    .input(recordInput)
    .output(o.historyOutput)
    .query(({ ctx, input }) => recordHistory(ctx, input)),
})
