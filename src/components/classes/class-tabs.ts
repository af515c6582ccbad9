import { z } from 'zod'
import { text } from '@/domain/text'

/** What the address of a teacher's classes says: which of them are shown. */
export const classesAddress = z.strictObject({ tab: z.enum(['current', 'archived']).default('current') })

/** What the address of a class's page says: the tab, and in its list of students whose name is looked for. */
export const classAddress = z.strictObject({
  tab: z.enum(['sessions', 'students', 'settings']).default('sessions'),
  search: text(80).optional(),
})
