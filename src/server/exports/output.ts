import 'server-only'
import { z } from 'zod'
import { lineKinds } from '@/domain/pay/result'
import { payrollFormatSchema } from '@/domain/payroll/format-schema'
import { placeNameOutput } from '../trpc/outputs'

const days = z.object({ from: z.iso.date(), to: z.iso.date() })

export const formatsOutput = z.object({
  /** Those that come with Clockface. `untried`: written after the published layout, not tried in the product. */
  presets: z.array(
    z.object({
      id: z.enum(['plain', 'gusto', 'lodas']),
      untried: z.boolean(),
      source: z.string().nullable(),
      format: payrollFormatSchema.omit({ name: true, lodas: true }).extend({
        lodas: z.object({ consultant: z.string(), client: z.string() }).optional(),
      }),
    }),
  ),
  formats: z.array(z.object({ id: z.uuid(), format: payrollFormatSchema })),
})

export const exportedOutput = z.object({
  id: z.uuid(),
  /** 1 for the first of its period; later ones tell what has changed since. */
  number: z.int(),
  /** Of how many people payroll is told. */
  people: z.int(),
  /** The names of those whose hours are not approved, or who have no rate. */
  waiting: z.array(z.string()),
})

export const exportsOutput = z.object({
  period: days,
  items: z.array(
    z.object({
      id: z.uuid(),
      number: z.int(),
      createdAt: z.date(),
      format: z.string(),
      /** Whether its file is one for DATEV LODAS. */
      lodas: z.boolean(),
      people: z.int(),
    }),
  ),
})

const whom = { person: z.string(), employmentId: z.uuid().optional() }
const ofLine = { kind: z.enum(lineKinds), name: z.string().nullable(), factor: z.string().nullable() }

export const previewOutput = z.object({
  period: days,
  people: z.int(),
  waiting: z.array(z.string()),
  /** What the file begins with before its rows. */
  beginning: z.array(z.string()),
  /** The first rows as they would be written, with the header where the format has one. */
  rows: z.array(z.array(z.string())),
  /** How many rows there are in all. */
  total: z.int(),
  problems: z.array(
    z.discriminatedUnion('code', [
      z.object({ code: z.literal('number_missing'), ...whom }),
      z.object({ code: z.literal('number_unfit'), ...whom, number: z.string() }),
      z.object({ code: z.literal('wage_type_missing'), ...ofLine }),
      z.object({ code: z.literal('column_missing'), ...ofLine }),
      z.object({ code: z.literal('unwritable'), text: z.string(), characters: z.string() }),
    ]),
  ),
})

const cell = z
  .discriminatedUnion('is', [
    z.object({ is: z.literal('text'), text: z.string() }),
    z.object({ is: z.literal('day'), day: z.iso.date() }),
    z.object({ is: z.literal('number'), decimal: z.string() }),
  ])
  .nullable()

export const exportOutput = z.object({
  id: z.uuid(),
  number: z.int(),
  createdAt: z.date(),
  place: placeNameOutput.extend({ currency: z.string() }),
  period: days,
  format: payrollFormatSchema,
  table: z.object({ header: z.array(z.string()), rows: z.array(z.array(cell)) }),
})
