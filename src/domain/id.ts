import { z } from './zod'

/** An id as it comes in: in lower case, as the database gives it out, because locks, topics and caches go by its text. */
export const idSchema = z.uuid().toLowerCase()
