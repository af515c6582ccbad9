import 'server-only'
import { z } from 'zod'
import { NOTICE_VERSION } from '@/domain/enrolment'
import { idSchema } from '@/domain/id'
import { languages } from '@/domain/locale'
import { formInput, once, pictureField } from '../trpc/form-input'
import { erasedOutput, nothing } from '../trpc/outputs'
import { procedureFor, router } from '../trpc/procedure'
import { at } from '../trpc/rest-meta'
import { ownAdvice } from './advice'
import * as o from './output'
import { addPhoto } from './photos'
import * as enrolment from './service'

const student = procedureFor('STUDENT', 'EMPLOYEE')

const addPhotoInput = formInput({ photo: once(pictureField), replaces: once(idSchema).optional() })

export const enrolmentRouter = router({
  status: student
    .meta(at('GET', '/enrolment', 'What a student agreed to, and which photos are kept'))
    .output(o.enrolmentOutput)
    .query(({ ctx }) => enrolment.status(ctx)),
  advice: student
    .meta(at('GET', '/enrolment/advice', 'Whether the photos will do'))
    .output(o.adviceOutput)
    .query(({ ctx }) => ownAdvice(ctx)),
  giveConsent: student
    .meta(
      at('POST', '/enrolment/consent', 'Agree to the notice that the person was shown', {
        example: { noticeVersion: NOTICE_VERSION },
      }),
    )
    .input(z.strictObject({ noticeVersion: z.number().int(), language: z.enum(languages).optional() }))
    .output(nothing)
    .mutation(({ ctx, input }) => enrolment.giveConsent(ctx, input)),
  withdraw: student
    .meta(at('DELETE', '/enrolment/consent', 'Withdraw, which erases everything made from the face'))
    .output(erasedOutput)
    .mutation(({ ctx }) => enrolment.withdraw(ctx)),
  addPhoto: student
    .meta(at('POST', '/enrolment/photos', 'Add a photo, or replace one'))
    .input(addPhotoInput)
    .output(o.photoOutput)
    .mutation(({ ctx, input }) => addPhoto(ctx, { picture: input.photo, replaces: input.replaces })),
  deletePhoto: student
    .meta(at('DELETE', '/enrolment/photos/{photoId}', 'Delete a photo and what was made from it'))
    .input(z.strictObject({ photoId: idSchema }))
    .output(nothing)
    .mutation(({ ctx, input }) => enrolment.deletePhotos(ctx, input)),
  deleteAllPhotos: student
    .meta(at('DELETE', '/enrolment/photos', 'Delete all photos and what was made from them'))
    .output(nothing)
    .mutation(({ ctx }) => enrolment.deletePhotos(ctx, {})),
})
