import 'server-only'
import { z } from 'zod'
import { correctionReasonSchema, wantedEntrySchema } from '@/domain/corrections-schema'
import { idSchema } from '@/domain/id'
import { listFilters } from '@/domain/lists-schema'
import { daySchema } from '@/domain/sessions-schema'
import { text } from '@/domain/text'
import { pageFields, workplaceInput } from '../trpc/inputs'
import { madeOutput, nothing } from '../trpc/outputs'
import { procedureFor, router } from '../trpc/procedure'
import { at } from '../trpc/rest-meta'
import { board } from './board'
import * as corrections from './corrections'
import * as decisions from './decisions'
import { faceChecksOf, ownFaceChecks } from './face-checks'
import { entryHistory, ownHistory } from './history'
import { entriesOf } from './list'
import * as o from './output'
import { endBreak, startBreak, today } from './today'
import { undoEdit } from './undo'
import { ownWeek } from './week'

const employee = procedureFor('EMPLOYEE')
const employer = procedureFor('EMPLOYER')

const entryInput = z.strictObject({ entryId: idSchema })
const correctionInput = z.strictObject({ correctionId: idSchema })
const words = text(300).optional()
const wanted = wantedEntrySchema
const reason = correctionReasonSchema

const example = {
  wanted: {
    startedAt: '2026-03-01T08:00:00+01:00',
    endedAt: '2026-03-01T16:30:00+01:00',
    breaks: [{ startedAt: '2026-03-01T12:00:00+01:00', endedAt: '2026-03-01T12:30:00+01:00' }],
    kindId: null,
  },
  reason: 'The kiosk was off',
}

export const timeEntriesRouter = router({
  today: employee
    .meta(at('GET', '/me/work', 'Where one works, whether one is in, and the hours of today'))
    .output(o.todayOutput)
    .query(({ ctx }) => today(ctx)),
  startBreak: employee
    .meta(at('POST', '/workplaces/{workplaceId}/break/start', 'Begin a break'))
    .input(workplaceInput)
    .output(nothing)
    .mutation(({ ctx, input }) => startBreak(ctx, input)),
  endBreak: employee
    .meta(at('POST', '/workplaces/{workplaceId}/break/end', 'End a break'))
    .input(workplaceInput)
    .output(nothing)
    .mutation(({ ctx, input }) => endBreak(ctx, input)),
  ownWeek: employee
    .meta(at('GET', '/me/work/{workplaceId}/week', 'One’s own entries of a week, and the total of each day'))
    .input(workplaceInput.extend({ day: daySchema.optional() }))
    .output(o.weekOutput)
    .query(({ ctx, input }) => ownWeek(ctx, input)),
  ownHistory: employee
    .meta(at('GET', '/me/time-entries/{entryId}/history', 'How an entry of one’s own came about'))
    .input(entryInput)
    .output(o.historyOutput)
    .query(({ ctx, input }) => ownHistory(ctx, input)),
  ownFaceChecks: employee
    .meta(at('GET', '/me/work/{workplaceId}/face-checks', 'One’s own face checks at a workplace in a week'))
    .input(workplaceInput.extend({ day: daySchema.optional() }))
    .output(o.faceChecksOutput)
    .query(({ ctx, input }) => ownFaceChecks(ctx, input)),
  ask: employee
    .meta(
      at(
        'POST',
        '/me/work/{workplaceId}/corrections',
        'Ask for another entry, for a missing one, or for none',
        {
          example,
        },
      ),
    )
    .input(workplaceInput.extend({ entryId: idSchema.optional(), wanted: wanted.nullable(), reason }))
    .output(madeOutput)
    .mutation(({ ctx, input }) => corrections.ask(ctx, input)),
  withdraw: employee
    .meta(at('DELETE', '/me/corrections/{correctionId}', 'Take back what one asked for'))
    .input(correctionInput)
    .output(nothing)
    .mutation(({ ctx, input }) => corrections.withdraw(ctx, input)),
  answer: employee
    .meta(
      at('POST', '/me/corrections/{correctionId}/answer', 'Agree to a change of one’s hours, or dispute it'),
    )
    .input(correctionInput.extend({ agrees: z.boolean(), words }))
    .output(nothing)
    .mutation(({ ctx, input }) => corrections.answer(ctx, input)),
  ownCorrections: employee
    .meta(at('GET', '/me/corrections', 'What one asked for and what was changed, newest first'))
    .output(z.array(o.correctionOutput))
    .query(({ ctx }) => corrections.ownCorrections(ctx)),

  board: employer
    .meta(at('GET', '/workplaces/{workplaceId}/board', 'Who is in now, on a break, gone, or not there yet'))
    .input(workplaceInput)
    .output(o.boardOutput)
    .query(({ ctx, input }) => board(ctx, input)),
  ofWorkplace: employer
    .meta(at('GET', '/workplaces/{workplaceId}/time-entries', 'The entries of everybody at a workplace'))
    .input(workplaceInput.extend({ ...listFilters.hours.shape, ...pageFields }))
    .output(o.entriesOutput)
    .query(({ ctx, input }) => entriesOf(ctx, input)),
  week: employer
    .meta(
      at(
        'GET',
        '/workplaces/{workplaceId}/people/{userId}/week',
        'A week of somebody’s, and the total of each day',
      ),
    )
    .input(workplaceInput.extend({ userId: idSchema, day: daySchema.optional() }))
    .output(o.personWeekOutput)
    .query(({ ctx, input }) => decisions.personWeek(ctx, input)),
  faceChecks: employer
    .meta(
      at(
        'GET',
        '/workplaces/{workplaceId}/people/{userId}/face-checks',
        'The face checks of somebody in a week, for whoever decides about their hours',
      ),
    )
    .input(workplaceInput.extend({ userId: idSchema, day: daySchema.optional() }))
    .output(o.faceChecksOutput)
    .query(({ ctx, input }) => faceChecksOf(ctx, input)),
  history: employer
    .meta(at('GET', '/time-entries/{entryId}/history', 'How an entry came about'))
    .input(entryInput)
    .output(o.historyOutput)
    .query(({ ctx, input }) => entryHistory(ctx, input)),
  corrections: employer
    .meta(at('GET', '/workplaces/{workplaceId}/corrections', 'What waits for a decision, oldest first'))
    .input(workplaceInput)
    .output(z.array(o.waitingOutput))
    .query(({ ctx, input }) => decisions.waitingCorrections(ctx, input)),
  decide: employer
    .meta(at('POST', '/corrections/{correctionId}/decision', 'Grant or refuse what somebody asked for'))
    .input(correctionInput.extend({ grant: z.boolean(), words }))
    .output(nothing)
    .mutation(({ ctx, input }) => decisions.decide(ctx, input)),
  edit: employer
    .meta(at('PUT', '/time-entries/{entryId}', 'Change an entry for a reason, or take it away', { example }))
    .input(entryInput.extend({ wanted: wanted.nullable(), reason }))
    .output(nothing)
    .mutation(({ ctx, input }) => decisions.edit(ctx, input)),
  undo: employer
    .meta(
      at(
        'POST',
        '/time-entries/{entryId}/undo',
        'Undo one’s own last change of an entry, within 10 seconds of it',
      ),
    )
    .input(entryInput)
    .output(nothing)
    .mutation(({ ctx, input }) => undoEdit(ctx, input)),
  add: employer
    .meta(
      at(
        'POST',
        '/workplaces/{workplaceId}/time-entries',
        'Enter time that somebody worked and that is missing',
        {
          example,
        },
      ),
    )
    .input(workplaceInput.extend({ userId: idSchema, wanted, reason }))
    .output(madeOutput)
    .mutation(({ ctx, input }) => decisions.add(ctx, input)),
})
