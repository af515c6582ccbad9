import 'server-only'
import { z } from 'zod'
import { idSchema } from '@/domain/id'
import { formInput, once, pictureField } from '../trpc/form-input'
import { erasedOutput, nothing } from '../trpc/outputs'
import { procedureFor, router } from '../trpc/procedure'
import { at } from '../trpc/rest-meta'
import { ownAdvice } from './advice'
import * as o from './output'
import { addPhoto } from './photos'
import * as enrolment from './service'

const student = procedureFor('STUDENT')

const addPhotoInput = formInput({ photo: once(pictureField), replaces: once(idSchema).optional() })

export const enrolmentRouter = router({
  status: student
    .meta(at('GET', '/enrolment'))
    .output(o.enrolmentOutput)
    .query(({ ctx }) => enrolment.status(ctx)),
  advice: student
    .meta(at('GET', '/enrolment/advice'))
    .output(o.adviceOutput)
    .query(({ ctx }) => ownAdvice(ctx)),
  giveConsent: student
    .meta(at('POST', '/enrolment/consent'))
    .input(z.strictObject({ noticeVersion: z.number().int() }))
    .output(nothing)
    .mutation(({ ctx, input }) => enrolment.giveConsent(ctx, input)),
  withdraw: student
    .meta(at('DELETE', '/enrolment/consent'))
    .output(erasedOutput)
    .mutation(({ ctx }) => enrolment.withdraw(ctx)),
  addPhoto: student
    .meta(at('POST', '/enrolment/photos'))
    .input(addPhotoInput)
    .output(o.photoOutput)
    .mutation(({ ctx, input }) => addPhoto(ctx, { picture: input.photo, replaces: input.replaces })),
  deletePhoto: student
    .meta(at('DELETE', '/enrolment/photos/{photoId}'))
    .input(z.strictObject({ photoId: idSchema }))
    .output(nothing)
    .mutation(({ ctx, input }) => enrolment.deletePhotos(ctx, input)),
  deleteAllPhotos: student
    .meta(at('DELETE', '/enrolment/photos'))
    .output(nothing)
    .mutation(({ ctx }) => enrolment.deletePhotos(ctx, {})),
})
