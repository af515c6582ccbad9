import 'server-only'
import { procedureFor, router } from '../trpc/procedure'
import { at } from '../trpc/rest-meta'
import * as o from './output'
import { renewalStatus } from './renewal'
import { status } from './service'

const admin = procedureFor('ADMIN')

export const adminRouter = router({
  status: admin
    .meta(at('GET', '/admin/status', 'What the installation runs with, and how much it holds'))
    .output(o.statusOutput)
    .query(({ ctx }) => status(ctx)),
  renewal: admin
    .meta(at('GET', '/admin/renewal', 'How far reading kept photos anew has come'))
    .output(o.renewalOutput)
    .query(({ ctx }) => renewalStatus(ctx)),
})
