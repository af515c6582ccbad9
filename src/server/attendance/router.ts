import 'server-only'
import { z } from 'zod'
import { idSchema } from '@/domain/id'
import { markSchema } from '@/domain/sessions'
import { classInput, dayFields, pageFields, sessionInput } from '../trpc/inputs'
import { nothing } from '../trpc/outputs'
import { procedureFor, router } from '../trpc/procedure'
import { at } from '../trpc/rest-meta'
import { classRecords } from './class-records'
import { mark, ownRecordHistory, recordHistory } from './mark'
import * as o from './output'
import { ownRecords, ownTotals } from './own-records'
import { summary, taughtToday } from './taught'
import { ownStanding, today } from './today'

const teacher = procedureFor('TEACHER')
const student = procedureFor('STUDENT')

const recordInput = sessionInput.extend({ studentId: idSchema })

export const attendanceRouter = router({
  today: student
    .meta(at('GET', '/me/today'))
    .output(o.todayOutput)
    .query(({ ctx }) => today(ctx)),
  ownRecords: student
    .meta(at('GET', '/me/attendance'))
    .input(z.strictObject({ classId: idSchema.optional(), ...pageFields }))
    .output(o.ownRecordsOutput)
    .query(({ ctx, input }) => ownRecords(ctx, input)),
  ownTotals: student
    .meta(at('GET', '/me/attendance/totals'))
    .output(o.ownTotalsOutput)
    .query(({ ctx }) => ownTotals(ctx)),
  ownStanding: student
    .meta(at('GET', '/me/sessions/{sessionId}'))
    .input(sessionInput)
    .output(o.ownStandingOutput)
    .query(({ ctx, input }) => ownStanding(ctx, input)),
  ownRecordHistory: student
    .meta(at('GET', '/me/sessions/{sessionId}/history'))
    .input(sessionInput)
    .output(o.historyOutput)
    .query(({ ctx, input }) => ownRecordHistory(ctx, input)),

  taughtToday: teacher
    .meta(at('GET', '/attendance/today'))
    .output(o.taughtTodayOutput)
    .query(({ ctx }) => taughtToday(ctx)),
  summary: teacher
    .meta(at('GET', '/attendance/summary'))
    .input(z.strictObject({ classId: idSchema.optional(), ...dayFields }))
    .output(o.summaryOutput)
    .query(({ ctx, input }) => summary(ctx, input)),
  ofClass: teacher
    .meta(at('GET', '/classes/{classId}/attendance'))
    .input(classInput.extend({ studentId: idSchema.optional(), ...dayFields, ...pageFields }))
    .output(o.classRecordsOutput)
    .query(({ ctx, input }) => classRecords(ctx, input)),
  mark: teacher
    .meta(at('PUT', '/sessions/{sessionId}/records/{studentId}'))
    .input(recordInput.extend(markSchema.shape))
    .output(nothing)
    .mutation(({ ctx, input }) => mark(ctx, input)),
  recordHistory: teacher
    .meta(at('GET', '/sessions/{sessionId}/records/{studentId}/history'))
    .input(recordInput)
    .output(o.historyOutput)
    .query(({ ctx, input }) => recordHistory(ctx, input)),
})
