import 'server-only'
import { z } from 'zod'

const account = z.object({ name: z.string(), email: z.string(), createdAt: z.date() })

const duplicateCase = z.object({
  id: z.uuid(),
  state: z.enum(['OPEN', 'TWINS', 'SAME_PERSON']),
  user: account,
  known: account,
  knownHasPhoto: z.boolean(),
})

/** Accounts that show clearly the same face: what is to be decided, and what was decided last. */
export const casesOutput = z.object({ waiting: z.array(duplicateCase), decided: z.array(duplicateCase) })
