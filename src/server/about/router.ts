import 'server-only'
import { z } from 'zod'
import { publicProcedure, router } from '../trpc/procedure'
import { at } from '../trpc/rest-meta'
import { installation } from './service'

export const aboutRouter = router({
  installation: publicProcedure
    .meta(at('GET', '/about', 'Who runs this installation, and what it keeps for how long'))
    .output(
      z.object({
        operator: z.object({ name: z.string().nullable(), email: z.string().nullable() }),
        evidenceDays: z.int(),
        photosKept: z.boolean(),
        openRoles: z.boolean(),
      }),
    )
    .query(({ ctx }) => installation(ctx)),
})
