import 'server-only'
import { z } from 'zod'
import { idSchema } from '@/domain/id'
import { markSchema } from '@/domain/sessions'
import { pageFields, sessionInput } from '../trpc/inputs'
import { procedureFor, router } from '../trpc/procedure'
import { mark, ownRecordHistory, recordHistory } from './mark'
import { ownRecords, ownTotals } from './own-records'
import { today } from './today'

const teacher = procedureFor('TEACHER')
const student = procedureFor('STUDENT')

const recordInput = sessionInput.extend({ studentId: idSchema })

export const attendanceRouter = router({
  today: student.query(({ ctx }) => today(ctx)),
  ownRecords: student
    .input(z.strictObject({ classId: idSchema.optional(), ...pageFields }))
    .query(({ ctx, input }) => ownRecords(ctx, input)),
  ownTotals: student.query(({ ctx }) => ownTotals(ctx)),
  ownRecordHistory: student.input(sessionInput).query(({ ctx, input }) => ownRecordHistory(ctx, input)),

  mark: teacher.input(recordInput.extend(markSchema.shape)).mutation(({ ctx, input }) => mark(ctx, input)),
  recordHistory: teacher.input(recordInput).query(({ ctx, input }) => recordHistory(ctx, input)),
})
