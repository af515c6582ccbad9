import 'server-only'
import { procedureFor, router } from '../trpc/procedure'
import { renewalStatus } from './renewal'
import { status } from './service'

const admin = procedureFor('ADMIN')

export const adminRouter = router({
  status: admin.query(({ ctx }) => status(ctx)),
  renewal: admin.query(({ ctx }) => renewalStatus(ctx)),
})
