import 'server-only'
import { z } from 'zod'

export const linkOutput = z.strictObject({ usable: z.boolean() })
