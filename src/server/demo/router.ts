import 'server-only'
import { z } from 'zod'
import { sessionInput } from '../trpc/inputs'
import { clockOutput } from '../trpc/outputs'
import { procedureFor, router, signedInProcedure } from '../trpc/procedure'
import { browserOnly } from '../trpc/rest-meta'
import * as o from './output'
import { clockOwnSample, samples } from './samples'
import { reachableDemo, removeByAdmin } from './service'

const meta = browserOnly('A demo is for looking at its screens.')
const student = procedureFor('STUDENT').meta(meta)
const admin = procedureFor('ADMIN').meta(meta)

export const demoRouter = router({
  samples: signedInProcedure
    .meta(meta)
    .output(o.samplesOutput)
    .query(({ ctx }) => samples(ctx)),
  clock: student
    .input(sessionInput.extend({ direction: z.enum(['in', 'out']) }))
    .output(clockOutput)
    .mutation(({ ctx, input }) => clockOwnSample(ctx, input)),
  reachable: admin.output(o.reachableOutput).query(({ ctx }) => reachableDemo(ctx)),
  remove: admin.output(o.removedOutput).mutation(({ ctx }) => removeByAdmin(ctx)),
})
