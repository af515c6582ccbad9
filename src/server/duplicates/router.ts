import 'server-only'
import { z } from 'zod'
import { idSchema } from '@/domain/id'
import { procedureFor, router } from '../trpc/procedure'
import * as duplicates from './service'

const admin = procedureFor('ADMIN')

export const duplicatesRouter = router({
  cases: admin.query(({ ctx }) => duplicates.cases(ctx)),
  decide: admin
    .input(z.strictObject({ caseId: idSchema, state: z.enum(['TWINS', 'SAME_PERSON']) }))
    .mutation(({ ctx, input }) => duplicates.decide(ctx, input)),
})
