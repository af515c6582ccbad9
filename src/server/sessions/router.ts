import 'server-only'
import { z } from 'zod'
import { sessionReasonSchema, sessionSettingsSchema } from '@/domain/sessions-schema'
import { classInput, pageFields, sessionInput } from '../trpc/inputs'
import { madeOutput, nothing } from '../trpc/outputs'
import { procedureFor, router } from '../trpc/procedure'
import { at } from '../trpc/rest-meta'
import { board } from './board'
import { sessionCode } from './code'
import { closeSession, closingPreview, takeSession } from './end-session'
import { notTakenSessions } from './not-taken'
import * as o from './output'
import { cancelSession } from './remove'
import { reopenSession } from './reopen'
import * as sessions from './service'
import { deletedSessions, sessionHistory } from './session-history'

const teacher = procedureFor('TEACHER')

export const sessionsRouter = router({
  create: teacher
    .meta(
      at('POST', '/classes/{classId}/sessions', 'Start a session, or plan one', {
        example: { title: 'Optics' },
      }),
    )
    .input(sessionSettingsSchema.extend({ ...classInput.shape, openNow: z.boolean() }))
    .output(madeOutput)
    .mutation(({ ctx, input }) => sessions.createSession(ctx, input)),
  open: teacher
    .meta(at('POST', '/sessions/{sessionId}/open', 'Open a planned session'))
    .input(sessionInput)
    .output(nothing)
    .mutation(({ ctx, input }) => sessions.openSession(ctx, input)),
  update: teacher
    .meta(
      at('PUT', '/sessions/{sessionId}', 'Change a session’s title, times and late rule', {
        example: { title: 'Optics' },
      }),
    )
    .input(sessionSettingsSchema.extend(sessionInput.shape))
    .output(nothing)
    .mutation(({ ctx, input }) => sessions.updateSession(ctx, input)),
  cancel: teacher
    .meta(
      at(
        'DELETE',
        '/sessions/{sessionId}',
        'Delete a session that nobody used: planned, or opened by mistake',
      ),
    )
    .input(sessionInput.extend(sessionReasonSchema.shape))
    .output(nothing)
    .mutation(({ ctx, input }) => cancelSession(ctx, input)),
  deleted: teacher
    .meta(at('GET', '/classes/{classId}/deleted-sessions', 'Who deleted sessions of a class, newest first'))
    .input(classInput)
    .output(o.deletedOutput)
    .query(({ ctx, input }) => deletedSessions(ctx, input)),
  byId: teacher
    .meta(at('GET', '/sessions/{sessionId}', 'One session, and how many stand where'))
    .input(sessionInput)
    .output(o.byIdOutput)
    .query(({ ctx, input }) => sessions.sessionById(ctx, input)),
  planned: teacher
    .meta(
      at('GET', '/classes/{classId}/planned-sessions', 'The planned sessions of a class, the next one first'),
    )
    .input(classInput)
    .output(o.plannedOutput)
    .query(({ ctx, input }) => sessions.plannedSessions(ctx, input)),
  ofClass: teacher
    .meta(at('GET', '/classes/{classId}/sessions', 'The sessions of a class that were opened, newest first'))
    .input(classInput.extend(pageFields))
    .output(o.ofClassOutput)
    .query(({ ctx, input }) => sessions.sessionsOfClass(ctx, input)),
  board: teacher
    .meta(at('GET', '/sessions/{sessionId}/records', 'Everybody in a session, with their records'))
    .input(sessionInput)
    .output(o.boardOutput)
    .query(({ ctx, input }) => board(ctx, input)),
  code: teacher
    .meta(at('GET', '/sessions/{sessionId}/code', 'The session’s code of this moment'))
    .input(sessionInput)
    .output(o.codeOutput)
    .query(({ ctx, input }) => sessionCode(ctx, input)),
  closingPreview: teacher
    .meta(
      at('GET', '/sessions/{sessionId}/closing-preview', 'How many would be absent if the session ended now'),
    )
    .input(sessionInput)
    .output(o.closingOutput)
    .query(({ ctx, input }) => closingPreview(ctx, input)),
  close: teacher
    .meta(at('POST', '/sessions/{sessionId}/close', 'End a session; whoever has no record is absent'))
    .input(sessionInput)
    .output(o.closingOutput)
    .mutation(({ ctx, input }) => closeSession(ctx, input)),
  reopen: teacher
    .meta(
      at('POST', '/sessions/{sessionId}/reopen', 'Open a session again that was ended by mistake today', {
        example: { reason: 'Ended the wrong one' },
      }),
    )
    .input(sessionInput.extend(sessionReasonSchema.shape))
    .output(nothing)
    .mutation(({ ctx, input }) => reopenSession(ctx, input)),
  notTaken: teacher
    .meta(
      at(
        'GET',
        '/attendance/not-taken',
        'Sessions that ended by themselves with nobody marked or clocked in',
      ),
    )
    .output(o.notTakenOutput)
    .query(({ ctx }) => notTakenSessions(ctx)),
  take: teacher
    .meta(
      at(
        'POST',
        '/sessions/{sessionId}/take',
        'Count a session that was not taken; whoever has no record is absent',
      ),
    )
    .input(sessionInput)
    .output(o.closingOutput)
    .mutation(({ ctx, input }) => takeSession(ctx, input)),
  history: teacher
    .meta(
      at(
        'GET',
        '/sessions/{sessionId}/history',
        'Who ended a session, or opened it again, and its roll calls, newest first',
      ),
    )
    .input(sessionInput)
    .output(o.sessionHistoryOutput)
    .query(({ ctx, input }) => sessionHistory(ctx, input)),
})
