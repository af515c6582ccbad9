import 'server-only'
import { z } from 'zod'
import { idSchema } from '@/domain/id'
import { MAX_ROLL_CALL_PHOTO_BYTES, rollCallMarksSchema } from '@/domain/roll-calls'
import { formInput, once, pictureFieldOf } from '../trpc/form-input'
import { sessionInput } from '../trpc/inputs'
import { procedureFor, router } from '../trpc/procedure'
import { confirmRollCall } from './confirm'
import { discardRollCall } from './discard'
import { refuseMatch, takeBackRefusal } from './refuse'
import { review, rollCallOf } from './review'
import { addRollCallPhoto, beginRollCall, createRollCall } from './upload'

const teacher = procedureFor('TEACHER')

const rollCallInput = z.strictObject({ rollCallId: idSchema })
const pairInput = z.strictObject({ faceId: idSchema, studentId: idSchema })
const photoForm = formInput({
  rollCallId: once(idSchema),
  photo: once(pictureFieldOf(MAX_ROLL_CALL_PHOTO_BYTES)),
})

export const rollCallsRouter = router({
  ofSession: teacher.input(sessionInput).query(({ ctx, input }) => rollCallOf(ctx, input)),
  create: teacher.input(sessionInput).mutation(({ ctx, input }) => createRollCall(ctx, input)),
  addPhoto: teacher.input(photoForm).mutation(({ ctx, input }) => addRollCallPhoto(ctx, input)),
  begin: teacher.input(rollCallInput).mutation(({ ctx, input }) => beginRollCall(ctx, input)),
  review: teacher.input(rollCallInput).query(({ ctx, input }) => review(ctx, input)),
  refuse: teacher.input(pairInput).mutation(({ ctx, input }) => refuseMatch(ctx, input)),
  takeBackRefusal: teacher.input(pairInput).mutation(({ ctx, input }) => takeBackRefusal(ctx, input)),
  confirm: teacher
    .input(rollCallInput.extend({ marks: rollCallMarksSchema }))
    .mutation(({ ctx, input }) => confirmRollCall(ctx, input)),
  discard: teacher.input(rollCallInput).mutation(({ ctx, input }) => discardRollCall(ctx, input)),
})
