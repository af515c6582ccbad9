import 'server-only'
import { z } from 'zod'
import { idSchema } from '@/domain/id'
import { payrollFormatSchema } from '@/domain/payroll/format-schema'
import { daySchema } from '@/domain/sessions-schema'
import { workplaceInput } from '../trpc/inputs'
import { madeOutput, nothing } from '../trpc/outputs'
import { procedureFor, router } from '../trpc/procedure'
import { at } from '../trpc/rest-meta'
import { payrollFormats, removeFormat, saveFormat } from './formats'
import * as o from './output'
import { exportPeriod, payrollExport, payrollExports } from './payroll'
import { previewPeriod } from './preview'

const employer = procedureFor('EMPLOYER')

const exampleFormat = {
  name: 'Our payroll',
  columns: [
    { header: 'name', field: 'name' },
    { header: 'hours', field: 'hours' },
    { header: 'pay', field: 'amount' },
  ],
  ...{ separator: ';', decimalMark: ',', encoding: 'utf-8-bom', dates: 'DD.MM.YYYY', header: true },
  wageTypes: [],
}
const formats = '/workplaces/{workplaceId}/payroll-formats' as const
const ofFormat = workplaceInput.extend({ formatId: idSchema })
/** Any day of the period stands for it. */
const ofPeriod = workplaceInput.extend({ day: daySchema })
const exportsPath = '/workplaces/{workplaceId}/pay-periods/{day}/payroll-exports' as const

export const exportsRouter = router({
  formats: employer
    .meta(at('GET', formats, 'How hours and pay can be written for payroll'))
    .input(workplaceInput)
    .output(o.formatsOutput)
    .query(({ ctx, input }) => payrollFormats(ctx, input)),
  makeFormat: employer
    .meta(at('POST', formats, 'Keep a format for payroll', { example: { format: exampleFormat } }))
    .input(workplaceInput.extend({ format: payrollFormatSchema }))
    .output(madeOutput)
    .mutation(({ ctx, input }) => saveFormat(ctx, input)),
  changeFormat: employer
    .meta(
      at('PUT', `${formats}/{formatId}`, 'Replace a format for payroll', {
        example: { format: exampleFormat },
      }),
    )
    .input(ofFormat.extend({ format: payrollFormatSchema }))
    .output(madeOutput)
    .mutation(({ ctx, input }) => saveFormat(ctx, input)),
  removeFormat: employer
    .meta(at('DELETE', `${formats}/{formatId}`, 'Remove a format for payroll'))
    .input(ofFormat)
    .output(nothing)
    .mutation(({ ctx, input }) => removeFormat(ctx, input)),
  exportPeriod: employer
    .meta(
      at('POST', exportsPath, 'Tell payroll of a period: the first time all of it, then what has changed', {
        example: { format: exampleFormat },
      }),
    )
    .input(ofPeriod.extend({ format: payrollFormatSchema }))
    .output(o.exportedOutput)
    .mutation(({ ctx, input }) => exportPeriod(ctx, input)),
  preview: employer
    .meta(
      at(
        'POST',
        '/workplaces/{workplaceId}/pay-periods/{day}/payroll-preview',
        'What payroll would be told of a whole period, or why not; nothing is kept',
        { example: { format: exampleFormat } },
      ),
    )
    .input(ofPeriod.extend({ format: payrollFormatSchema }))
    .output(o.previewOutput)
    .mutation(({ ctx, input }) => previewPeriod(ctx, input)),
  ofPeriod: employer
    .meta(at('GET', exportsPath, 'What payroll was told of a period'))
    .input(ofPeriod)
    .output(o.exportsOutput)
    .query(({ ctx, input }) => payrollExports(ctx, input)),
  byId: employer
    .meta(at('GET', '/payroll-exports/{exportId}', 'One export for payroll, with its rows'))
    .input(z.strictObject({ exportId: idSchema }))
    .output(o.exportOutput)
    .query(({ ctx, input }) => payrollExport(ctx, input)),
})
