import 'server-only'
import { z } from 'zod'

/** Why somebody cannot sign in by face. */
const obstacleOutput = z.enum([
  'auth.face_not_for_admins',
  'auth.face_not_available',
  'auth.face_enrol_first',
])
export type Obstacle = z.infer<typeof obstacleOutput>

export const settingsOutput = z.object({
  on: z.boolean(),
  faceOff: z.boolean(),
  obstacle: obstacleOutput.nullable(),
})

export const offeredOutput = z.object({ offered: z.boolean() })
export const ticketOutput = z.object({ ticket: z.string() })
