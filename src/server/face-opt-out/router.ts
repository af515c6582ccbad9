import 'server-only'
import { z } from 'zod'
import { emailSchema } from '@/domain/account'
import { idSchema } from '@/domain/id'
import { erasedOutput } from '../trpc/outputs'
import { procedureFor, router } from '../trpc/procedure'
import { at } from '../trpc/rest-meta'
import { personOutput } from './output'
import * as faceOff from './service'

const student = procedureFor('STUDENT', 'EMPLOYEE')
const staff = procedureFor('TEACHER', 'EMPLOYER', 'ADMIN')
const admin = procedureFor('ADMIN')

export const faceOptOutRouter = router({
  setOwn: student
    .meta(at('PUT', '/me/face-opt-out', 'Take part without one’s face, or with it again'))
    .input(z.strictObject({ off: z.boolean() }))
    .output(erasedOutput)
    .mutation(({ ctx, input }) => faceOff.setOwnFaceOff(ctx, input)),
  setOf: staff
    .meta(at('PUT', '/people/{userId}/face-opt-out', 'Switch somebody’s face off, or on again'))
    .input(z.strictObject({ userId: idSchema, off: z.boolean() }))
    .output(erasedOutput)
    .mutation(({ ctx, input }) => faceOff.setFaceOffOf(ctx, input)),
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
