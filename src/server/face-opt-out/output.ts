import 'server-only'
import { z } from 'zod'
import { faceOffOutput } from '../trpc/outputs'

/** Somebody who takes part without their face, since when, and who decided so. */
export const personOutput = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  faceOff: faceOffOutput.nullable(),
  since: z.date().nullable(),
  by: z.string().nullable(),
})
