import 'server-only'
import { z } from 'zod'
import { classSchema } from '@/domain/classes-schema'
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
    .meta(at('POST', '/classes', 'Make a class'))
    .input(classSchema)
    .output(madeOutput)
    .mutation(({ ctx, input }) => classes.createClass(ctx, input)),
  update: teacher
    .meta(
      at('PATCH', '/classes/{classId}', 'Change a class; what is left out stays', {
        example: { name: 'Physics 10b' },
      }),
    )
    .input(classSchema.partial().extend(classInput.shape))
    .output(nothing)
    .mutation(({ ctx, input }) => classes.updateClass(ctx, input)),
  setArchived: teacher
    .meta(at('PUT', '/classes/{classId}/archived', 'Archive a class, or restore it'))
    .input(classInput.extend({ archived: z.boolean() }))
    .output(nothing)
    .mutation(({ ctx, input }) => classes.setArchived(ctx, input)),
  regenerateCode: teacher
    .meta(at('POST', '/classes/{classId}/code', 'Replace the join code'))
    .input(classInput)
    .output(o.joinCodeOutput)
    .mutation(({ ctx, input }) => classes.regenerateCode(ctx, input)),
  taught: teacher
    .meta(at('GET', '/classes', 'The classes that one leads, all or by name'))
    .input(z.strictObject({ archived: z.boolean().default(false), name: text(80).optional() }))
    .output(o.taughtClassesOutput)
    .query(({ ctx, input }) => classes.taughtClasses(ctx, input)),
  byId: teacher
    .meta(at('GET', '/classes/{classId}', 'One class that one leads'))
    .input(classInput)
    .output(o.taughtClassOutput)
    .query(({ ctx, input }) => classes.taughtClass(ctx, input)),
})
