import 'server-only'
import { firstAdminLinkSchema, firstAdminSchema } from '@/domain/first-admin-schema'
import { nothing } from '../trpc/outputs'
import { publicProcedure, router } from '../trpc/procedure'
import { browserOnly } from '../trpc/rest-meta'
import { linkOutput } from './output'
import { firstAdminLink, makeFirstAdmin } from './service'

const once = publicProcedure.meta(browserOnly('Somebody opens the link that the start printed, once.'))

export const firstAdminRouter = router({
  link: once
    .input(firstAdminLinkSchema)
    .output(linkOutput)
    .query(({ ctx, input }) => firstAdminLink(ctx, input)),
  make: once
    .input(firstAdminSchema)
    .output(nothing)
    .mutation(({ ctx, input }) => makeFirstAdmin(ctx, input)),
})
