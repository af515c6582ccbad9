import 'server-only'
import { z } from 'zod'
import { emailSchema } from '@/domain/account'
import { idSchema } from '@/domain/id'
import { procedureFor, router } from '../trpc/procedure'
import * as faceOff from './service'

const student = procedureFor('STUDENT')
const staff = procedureFor('TEACHER', 'ADMIN')
const admin = procedureFor('ADMIN')

export const faceOptOutRouter = router({
  setOwn: student
    .input(z.strictObject({ off: z.boolean() }))
    .mutation(({ ctx, input }) => faceOff.setOwnFaceOff(ctx, input)),
  setOf: staff
    .input(z.strictObject({ userId: idSchema, off: z.boolean() }))
    .mutation(({ ctx, input }) => faceOff.setFaceOffOf(ctx, input)),
  people: admin.query(({ ctx }) => faceOff.peopleWithoutFace(ctx)),
  byEmail: admin
    .input(z.strictObject({ email: emailSchema }))
    .query(({ ctx, input }) => faceOff.personByEmail(ctx, input)),
})
