import 'server-only'
import { z } from 'zod'
import { sessionSettingsSchema } from '@/domain/sessions'
import { classInput, pageFields, sessionInput } from '../trpc/inputs'
import { procedureFor, router } from '../trpc/procedure'
import { board } from './board'
import { sessionCode } from './code'
import { closeSession, closingPreview } from './end-session'
import * as sessions from './service'

const teacher = procedureFor('TEACHER')

export const sessionsRouter = router({
  create: teacher
    .input(sessionSettingsSchema.extend({ ...classInput.shape, openNow: z.boolean() }))
    .mutation(({ ctx, input }) => sessions.createSession(ctx, input)),
  open: teacher.input(sessionInput).mutation(({ ctx, input }) => sessions.openSession(ctx, input)),
  update: teacher
    .input(sessionSettingsSchema.extend(sessionInput.shape))
    .mutation(({ ctx, input }) => sessions.updateSession(ctx, input)),
  cancel: teacher.input(sessionInput).mutation(({ ctx, input }) => sessions.cancelSession(ctx, input)),
  planned: teacher.input(classInput).query(({ ctx, input }) => sessions.plannedSessions(ctx, input)),
  ofClass: teacher
    .input(classInput.extend(pageFields))
    .query(({ ctx, input }) => sessions.sessionsOfClass(ctx, input)),
  board: teacher.input(sessionInput).query(({ ctx, input }) => board(ctx, input)),
  code: teacher.input(sessionInput).query(({ ctx, input }) => sessionCode(ctx, input)),
  closingPreview: teacher.input(sessionInput).query(({ ctx, input }) => closingPreview(ctx, input)),
  close: teacher.input(sessionInput).mutation(({ ctx, input }) => closeSession(ctx, input)),
})
