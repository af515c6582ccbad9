import 'server-only'
import { z } from 'zod'
import { idSchema } from '@/domain/id'
import { MAX_ROLL_CALL_PHOTO_BYTES } from '@/domain/roll-calls'
import { rollCallMarksSchema } from '@/domain/roll-calls-schema'
import { formInput, once, pictureFieldOf } from '../trpc/form-input'
import { sessionInput } from '../trpc/inputs'
import { nothing } from '../trpc/outputs'
import { procedureFor, router } from '../trpc/procedure'
import { at } from '../trpc/rest-meta'
import { confirmRollCall } from './confirm'
import { discardRollCall } from './discard'
import * as o from './output'
import { refuseMatch, takeBackRefusal } from './refuse'
import { review, rollCallOf } from './review'
import { undoRollCall } from './undo'
import { addRollCallPhoto, beginRollCall, createRollCall } from './upload'

const teacher = procedureFor('TEACHER')

const rollCallInput = z.strictObject({ rollCallId: idSchema })
const pairInput = z.strictObject({ faceId: idSchema, studentId: idSchema })
const photoForm = formInput({
  rollCallId: once(idSchema),
  photo: once(pictureFieldOf(MAX_ROLL_CALL_PHOTO_BYTES)),
})

export const rollCallsRouter = router({
  ofSession: teacher
    .meta(at('GET', '/sessions/{sessionId}/roll-call', 'The roll call of a session that is under way'))
    .input(sessionInput)
    .output(o.ofSessionOutput)
    .query(({ ctx, input }) => rollCallOf(ctx, input)),
  create: teacher
    .meta(at('POST', '/sessions/{sessionId}/roll-calls', 'Begin a roll call from photos'))
    .input(sessionInput)
    .output(o.createdOutput)
    .mutation(({ ctx, input }) => createRollCall(ctx, input)),
  addPhoto: teacher
    .meta(at('POST', '/roll-calls/{rollCallId}/photos', 'Add a photo to a roll call'))
    .input(photoForm)
    .output(o.photoAddedOutput)
    .mutation(({ ctx, input }) => addRollCallPhoto(ctx, input)),
  begin: teacher
    .meta(at('POST', '/roll-calls/{rollCallId}/begin', 'Have the photos of a roll call read'))
    .input(rollCallInput)
    .output(nothing)
    .mutation(({ ctx, input }) => beginRollCall(ctx, input)),
  review: teacher
    .meta(at('GET', '/roll-calls/{rollCallId}', 'The faces of a roll call, and whom they could show'))
    .input(rollCallInput)
    .output(o.reviewOutput)
    .query(({ ctx, input }) => review(ctx, input)),
  refuse: teacher
    .meta(at('PUT', '/roll-call-faces/{faceId}/refusals/{studentId}', 'Say that a face is not this person'))
    .input(pairInput)
    .output(nothing)
    .mutation(({ ctx, input }) => refuseMatch(ctx, input)),
  takeBackRefusal: teacher
    .meta(
      at(
        'DELETE',
        '/roll-call-faces/{faceId}/refusals/{studentId}',
        'Take back that a face is not this person',
      ),
    )
    .input(pairInput)
    .output(nothing)
    .mutation(({ ctx, input }) => takeBackRefusal(ctx, input)),
  confirm: teacher
    .meta(at('POST', '/roll-calls/{rollCallId}/confirm', 'Make the marks of a roll call'))
    .input(rollCallInput.extend({ marks: rollCallMarksSchema }))
    .output(o.confirmedOutput)
    .mutation(({ ctx, input }) => confirmRollCall(ctx, input)),
  undo: teacher
    .meta(
      at(
        'POST',
        '/roll-calls/{rollCallId}/undo',
        'Undo the marks of a roll call that was confirmed just now',
      ),
    )
    .input(rollCallInput)
    .output(o.undoneOutput)
    .mutation(({ ctx, input }) => undoRollCall(ctx, input)),
  discard: teacher
    .meta(at('DELETE', '/roll-calls/{rollCallId}', 'Discard a roll call'))
    .input(rollCallInput)
    .output(nothing)
    .mutation(({ ctx, input }) => discardRollCall(ctx, input)),
})
