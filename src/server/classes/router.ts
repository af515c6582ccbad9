import 'server-only'
import { z } from 'zod'
import { classSchema } from '@/domain/classes'
import { text } from '@/domain/text'
import { classInput } from '../trpc/inputs'
import { madeOutput, nothing } from '../trpc/outputs'
import { procedureFor, router } from '../trpc/procedure'
import { at } from '../trpc/rest-meta'
import * as o from './output'
import * as classes from './service'

const teacher = procedureFor('TEACHER')

export const classesRouter = router({
  create: teacher
    .meta(at('POST', '/classes'))
    .input(classSchema)
    .output(madeOutput)
    .mutation(({ ctx, input }) => classes.createClass(ctx, input)),
  update: teacher
    .meta(at('PATCH', '/classes/{classId}'))
    .input(classSchema.partial().extend(classInput.shape))
    .output(nothing)
    .mutation(({ ctx, input }) => classes.updateClass(ctx, input)),
  setArchived: teacher
    .meta(at('PUT', '/classes/{classId}/archived'))
    .input(classInput.extend({ archived: z.boolean() }))
    .output(nothing)
    .mutation(({ ctx, input }) => classes.setArchived(ctx, input)),
  regenerateCode: teacher
    .meta(at('POST', '/classes/{classId}/code'))
    .input(classInput)
    .output(o.joinCodeOutput)
    .mutation(({ ctx, input }) => classes.regenerateCode(ctx, input)),
  taught: teacher
    .meta(at('GET', '/classes'))
    .input(z.strictObject({ archived: z.boolean().default(false), name: text(80).optional() }))
    .output(o.taughtClassesOutput)
    .query(({ ctx, input }) => classes.taughtClasses(ctx, input)),
  byId: teacher
    .meta(at('GET', '/classes/{classId}'))
    .input(classInput)
    .output(o.taughtClassOutput)
    .query(({ ctx, input }) => classes.taughtClass(ctx, input)),
})
