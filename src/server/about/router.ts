import 'server-only'
import { publicProcedure, router } from '../trpc/procedure'
import { at } from '../trpc/rest-meta'
import { installationOutput } from './output'
import { installation } from './service'

export const aboutRouter = router({
  installation: publicProcedure
    .meta(at('GET', '/about', 'Who runs this installation, and what it keeps for how long'))
    .output(installationOutput)
    .query(({ ctx }) => installation(ctx)),
})
