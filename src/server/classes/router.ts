import 'server-only'
import { z } from 'zod'
import { classSchema, joinCodeSchema } from '@/domain/classes'
import { classInput } from '../trpc/inputs'
import { procedureFor, router } from '../trpc/procedure'
import * as roster from './roster'
import * as classes from './service'

const codeInput = z.strictObject({ joinCode: joinCodeSchema })

const teacher = procedureFor('TEACHER')
const student = procedureFor('STUDENT')

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
  roster: teacher.input(classInput).query(({ ctx, input }) => roster.roster(ctx, input)),
  removeStudent: teacher
    .input(classInput.extend({ studentId: z.uuid() }))
    .mutation(({ ctx, input }) => roster.removeStudent(ctx, input)),

  toJoin: student.input(codeInput).query(({ ctx, input }) => roster.classToJoin(ctx, input)),
  join: student.input(codeInput).mutation(({ ctx, input }) => roster.joinClass(ctx, input)),
  leave: student.input(classInput).mutation(({ ctx, input }) => roster.leaveClass(ctx, input)),
  joined: student.query(({ ctx }) => roster.joinedClasses(ctx)),
})
