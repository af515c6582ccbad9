import 'server-only'
import { z } from 'zod'
import { appointmentModes } from '@/domain/appointments'

export const installationOutput = z.object({
  operator: z.object({ name: z.string().nullable(), email: z.string().nullable() }),
  evidenceDays: z.int(),
  photosKept: z.boolean(),
  appointment: z.enum(appointmentModes),
  /** Whether mails go out from here. */
  mail: z.boolean(),
})
