import 'server-only'
import type { Prisma } from '../db/generated/client'
import { entryFields } from './entry'

/** An entry as it is shown, with the name of the kind of work. */
export const shownFields = {
  ...entryFields,
  kind: { select: { id: true, name: true } },
} satisfies Prisma.TimeEntrySelect

export type ShownEntry = Prisma.TimeEntryGetPayload<{ select: typeof shownFields }>

export const earliestFirst = [
  { startedAt: 'asc' },
  { id: 'asc' },
] satisfies Prisma.TimeEntryOrderByWithRelationInput[]
