import 'server-only'
import { z } from 'zod'
import { attendanceStatuses } from '@/domain/attendance'
import { roleSchema } from '@/domain/roles'
import { sessionInput } from '../trpc/inputs'
import { procedureFor, router, signedInProcedure } from '../trpc/procedure'
import { clockOwnSample, samples } from './samples'
import { reachableDemo, removeByAdmin } from './service'

const meta = { rest: { browserOnly: 'A demo is for looking at its screens.' } }
const student = procedureFor('STUDENT').meta(meta)
const admin = procedureFor('ADMIN').meta(meta)

const clockAnswer = z.object({
  kind: z.enum(['clocked_in', 'returned', 'already_in', 'clocked_out', 'already_out']),
  status: z.enum(attendanceStatuses),
  clockedInAt: z.date().nullable(),
  clockedOutAt: z.date().nullable(),
})

export const demoRouter = router({
  samples: signedInProcedure
    .meta(meta)
    .output(z.strictObject({ portrait: z.boolean(), room: z.boolean() }))
    .query(({ ctx }) => samples(ctx)),
  clock: student
    .input(sessionInput.extend({ direction: z.enum(['in', 'out']) }))
    .output(clockAnswer)
    .mutation(({ ctx, input }) => clockOwnSample(ctx, input)),
  reachable: admin
    .output(
      z.strictObject({
        accounts: z.array(
          z.strictObject({ name: z.string(), email: z.string(), roles: z.array(roleSchema) }),
        ),
        open: z.boolean(),
        removable: z.boolean(),
      }),
    )
    .query(({ ctx }) => reachableDemo(ctx)),
  remove: admin
    .output(
      z.strictObject({ accounts: z.number(), places: z.number(), firstAdminPath: z.string().nullable() }),
    )
    .mutation(({ ctx }) => removeByAdmin(ctx)),
})
