import 'server-only'
import { procedureFor, router } from '../trpc/procedure'
import { browserOnly } from '../trpc/rest-meta'
import { reportOutput } from './output'
import { report } from './report'

const reviewer = procedureFor('ADMIN', 'TEACHER')

export const calibrationRouter = router({
  report: reviewer
    .meta(browserOnly('People who look alike are judged on the page, beside their photos.'))
    .output(reportOutput)
    .query(({ ctx }) => report(ctx)),
})
