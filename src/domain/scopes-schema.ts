import { allScopes } from './scopes'
import { z } from './zod'

export const scopeSchema = z.enum(allScopes)
