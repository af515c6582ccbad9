import 'server-only'
import { z } from 'zod'
import { emailSchema } from '@/domain/account-schema'
import { eraseReasonSchema } from '@/domain/face-opt-out-schema'
import { idSchema } from '@/domain/id'
import { placeInput } from '../trpc/inputs'
import { erasedOutput, nothing } from '../trpc/outputs'
import { procedureFor, router } from '../trpc/procedure'
import { at } from '../trpc/rest-meta'
import { setFaceOffAt } from './at-place'
import { personOutput } from './output'
import * as faceOff from './service'

const student = procedureFor('STUDENT', 'EMPLOYEE')
const staff = procedureFor('TEACHER', 'EMPLOYER', 'ADMIN')
const leader = procedureFor('TEACHER', 'EMPLOYER')
const admin = procedureFor('ADMIN')

export const faceOptOutRouter = router({
  setOwn: student
    .meta(at('PUT', '/me/face-opt-out', 'Take part without one’s face, or with it again'))
    .input(z.strictObject({ off: z.boolean() }))
    .output(erasedOutput)
    .mutation(({ ctx, input }) => faceOff.setOwnFaceOff(ctx, input)),
  setOf: staff
    .meta(
      at(
        'PUT',
        '/people/{userId}/face-opt-out',
        'Erase somebody’s face and switch it off everywhere, as an administrator; or on again, after misses',
        { example: { off: true, reason: 'At the wish of the parents' } },
      ),
    )
    .input(z.strictObject({ userId: idSchema, off: z.boolean(), reason: eraseReasonSchema.optional() }))
    .output(erasedOutput)
    .mutation(({ ctx, input }) => faceOff.setFaceOffOf(ctx, input)),
  setAt: leader
    .meta(
      at(
        'PUT',
        '/classes/{placeId}/members/{userId}/face-opt-out',
        'Switch somebody’s face off at one class or workplace, or on again',
      ),
    )
    .input(placeInput.extend({ userId: idSchema, off: z.boolean() }))
    .output(nothing)
    .mutation(({ ctx, input }) => setFaceOffAt(ctx, input)),
  people: admin
    .meta(at('GET', '/face-opt-outs', 'Who takes part without their face'))
    .output(z.array(personOutput))
    .query(({ ctx }) => faceOff.peopleWithoutFace(ctx)),
  byEmail: admin
    .meta(at('GET', '/people', 'One person by their email'))
    .input(z.strictObject({ email: emailSchema }))
    .output(personOutput)
    .query(({ ctx, input }) => faceOff.personByEmail(ctx, input)),
})
