import { roles } from './roles'
import { z } from './zod'

export const roleSchema = z.enum(roles)
