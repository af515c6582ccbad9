import 'server-only'
import { z } from 'zod'
import { faceOffOutput } from '../trpc/outputs'

/** Somebody who takes part without their face everywhere, since when, who decided so and, where they said it, why. */
export const personOutput = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  faceOff: faceOffOutput.nullable(),
  since: z.date().nullable(),
  by: z.string().nullable(),
  reason: z.string().nullable(),
})
