import 'server-only'
import { z } from 'zod'
import { classSchema } from '@/domain/classes'
import { classInput } from '../trpc/inputs'
import { procedureFor, router } from '../trpc/procedure'
import * as classes from './service'

const teacher = procedureFor('TEACHER')

export const classesRouter = router({
  create: teacher.input(classSchema).mutation(({ ctx, input }) => classes.createClass(ctx, input)),
  update: teacher
    .input(classSchema.extend(classInput.shape))
    .mutation(({ ctx, input }) => classes.updateClass(ctx, input)),
  setArchived: teacher
    .input(classInput.extend({ archived: z.boolean() }))
    .mutation(({ ctx, input }) => classes.setArchived(ctx, input)),
  regenerateCode: teacher.input(classInput).mutation(({ ctx, input }) => classes.regenerateCode(ctx, input)),
  taught: teacher
    .input(z.strictObject({ archived: z.boolean() }))
    .query(({ ctx, input }) => classes.taughtClasses(ctx, input)),
  byId: teacher.input(classInput).query(({ ctx, input }) => classes.taughtClass(ctx, input)),
})
