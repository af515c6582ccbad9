import 'server-only'
import { z } from 'zod'
import { idSchema } from '@/domain/id'
import { languages } from '@/domain/locale'
import { formInput, once, pictureField } from '../trpc/form-input'
import { procedureFor, router } from '../trpc/procedure'
import { ownAdvice } from './advice'
import { addPhoto } from './photos'
import * as enrolment from './service'

const student = procedureFor('STUDENT')

const addPhotoInput = formInput({ photo: once(pictureField), replaces: once(idSchema).optional() })

export const enrolmentRouter = router({
  status: student.query(({ ctx }) => enrolment.status(ctx)),
  advice: student.query(({ ctx }) => ownAdvice(ctx)),
  giveConsent: student
    .input(z.strictObject({ noticeVersion: z.number().int(), language: z.enum(languages).optional() }))
    .mutation(({ ctx, input }) => enrolment.giveConsent(ctx, input)),
  withdraw: student.mutation(({ ctx }) => enrolment.withdraw(ctx)),
  addPhoto: student
    .input(addPhotoInput)
    .mutation(({ ctx, input }) => addPhoto(ctx, { picture: input.photo, replaces: input.replaces })),
  deletePhoto: student
    .input(z.strictObject({ photoId: idSchema }))
    .mutation(({ ctx, input }) => enrolment.deletePhotos(ctx, input)),
  deleteAllPhotos: student.mutation(({ ctx }) => enrolment.deletePhotos(ctx, {})),
})
