import 'server-only'
import { z } from 'zod'
import { idSchema } from '@/domain/id'
import { newInspectionSchema } from '@/domain/inspections-schema'
import { monthSchema } from '@/domain/records-schema'
import { workplaceInput } from '../trpc/inputs'
import { nothing } from '../trpc/outputs'
import { procedureFor, publicProcedure, router } from '../trpc/procedure'
import { at, browserOnly } from '../trpc/rest-meta'
import * as o from './output'
import { look } from './read'
import { inspections, makeInspection, revokeInspection } from './service'

const employer = procedureFor('EMPLOYER')

const path = '/workplaces/{workplaceId}/inspections' as const

export const inspectionsRouter = router({
  make: employer
    .meta(
      at('POST', path, 'Let an inspector read the records of some months; the link is told once', {
        secret: true,
        example: { name: 'Labour inspectorate', from: '2026-01', to: '2026-03' },
      }),
    )
    .input(newInspectionSchema.safeExtend(workplaceInput.shape))
    .output(o.inspectionLinkOutput)
    .mutation(({ ctx, input }) => makeInspection(ctx, input)),
  ofWorkplace: employer
    .meta(at('GET', path, 'Which inspectors can read records'))
    .input(workplaceInput)
    .output(o.inspectionsOutput)
    .query(({ ctx, input }) => inspections(ctx, input)),
  revoke: employer
    .meta(at('DELETE', '/inspections/{inspectionId}', 'Take an inspector’s access away'))
    .input(z.strictObject({ inspectionId: idSchema }))
    .output(nothing)
    .mutation(({ ctx, input }) => revokeInspection(ctx, input)),
  look: publicProcedure
    .meta(browserOnly('An inspector has a link and a browser.'))
    .input(
      z.strictObject({
        link: z.string().max(100),
        month: monthSchema.optional(),
        employmentId: idSchema.optional(),
      }),
    )
    .output(o.lookOutput)
    .query(({ ctx, input }) => look(ctx, input)),
})
