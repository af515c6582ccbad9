import 'server-only'
import { z } from 'zod'
import { publicProcedure, router } from '../trpc/procedure'
import { installation } from './service'

export const aboutRouter = router({
  installation: publicProcedure
    .meta({ rest: { method: 'GET', path: '/about' } })
    .output(
      z.object({
        operator: z.object({ name: z.string().nullable(), email: z.string().nullable() }),
        evidenceDays: z.int(),
        photosKept: z.boolean(),
      }),
    )
    .query(({ ctx }) => installation(ctx)),
})
