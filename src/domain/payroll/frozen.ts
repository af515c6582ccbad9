import { z } from 'zod'
import { lineKinds } from '../pay/result'

const line = z.object({
  entry: z.string().nullable(),
  day: z.iso.date(),
  kind: z.enum(lineKinds),
  name: z.string().nullable(),
  minutes: z.int(),
  rate: z.int().nullable(),
  factor: z.string().nullable(),
  amount: z.int(),
})

/** People as an export keeps them: who they were then, and what payroll was told of them. */
export const frozenPeopleSchema = z.array(
  z.object({
    employmentId: z.uuid(),
    name: z.string(),
    externalNumber: z.string().nullable(),
    jobTitle: z.string().nullable(),
    lines: z.array(line),
  }),
)
export type FrozenPerson = z.infer<typeof frozenPeopleSchema>[number]
