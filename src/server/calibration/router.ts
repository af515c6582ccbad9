import 'server-only'
import { procedureFor, router } from '../trpc/procedure'
import { report } from './report'

const reviewer = procedureFor('ADMIN', 'TEACHER')

export const calibrationRouter = router({
  report: reviewer.query(({ ctx }) => report(ctx)),
})
