import 'server-only'
import { daySchema } from '@/domain/sessions-schema'
import { workplaceInput } from '../trpc/inputs'
import { procedureFor, router } from '../trpc/procedure'
import { at } from '../trpc/rest-meta'
import * as o from './output'
import { eraseRecords, keptRecords } from './service'

const employer = procedureFor('EMPLOYER')

const path = '/workplaces/{workplaceId}/records' as const

export const recordsRouter = router({
  kept: employer
    .meta(at('GET', path, 'How long records are kept, and what is past that'))
    .input(workplaceInput)
    .output(o.keptOutput)
    .query(({ ctx, input }) => keptRecords(ctx, input)),
  erase: employer
    .meta(
      at(
        'POST',
        `${path}/erasure`,
        'Erase the records of what was worked before a day, where they are past their years',
        {
          example: { before: '2020-01-01' },
        },
      ),
    )
    .input(workplaceInput.extend({ before: daySchema }))
    .output(o.erasedOutput)
    .mutation(({ ctx, input }) => eraseRecords(ctx, input)),
})
