import 'server-only'
import { z } from 'zod'
import { idSchema } from '@/domain/id'
import { nothing } from '../trpc/outputs'
import { procedureFor, router } from '../trpc/procedure'
import { browserOnly } from '../trpc/rest-meta'
import { casesOutput } from './output'
import * as duplicates from './service'

const admin = procedureFor('ADMIN')

const PICTURES = 'An administrator decides by looking at both pictures.'

export const duplicatesRouter = router({
  cases: admin
    .meta(browserOnly(PICTURES))
    .output(casesOutput)
    .query(({ ctx }) => duplicates.cases(ctx)),
  decide: admin
    .meta(browserOnly(PICTURES))
    .input(z.strictObject({ caseId: idSchema, state: z.enum(['TWINS', 'SAME_PERSON']) }))
    .output(nothing)
    .mutation(({ ctx, input }) => duplicates.decide(ctx, input)),
})
