import 'server-only'
import { z } from 'zod'
import { firstAdminSchema } from '@/domain/first-admin'
import { publicProcedure, router } from '../trpc/procedure'
import { firstAdminLink, makeFirstAdmin } from './service'

const once = publicProcedure.meta({
  rest: { browserOnly: 'Somebody opens the link that the start printed, once.' },
})

export const firstAdminRouter = router({
  link: once
    .input(z.strictObject({ link: z.string().max(100) }))
    .output(z.strictObject({ usable: z.boolean() }))
    .query(({ ctx, input }) => firstAdminLink(ctx, input)),
  make: once
    .input(firstAdminSchema)
    .output(z.void())
    .mutation(({ ctx, input }) => makeFirstAdmin(ctx, input)),
})
