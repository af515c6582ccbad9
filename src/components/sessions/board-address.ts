import { z } from 'zod'
import { idSchema } from '@/domain/id'
import { text } from '@/domain/text'

const boardOrders = ['missing', 'name'] as const
export type BoardOrder = (typeof boardOrders)[number]

/** What the address of a session says: whose name is looked for, in which order, and whose record is open. */
export const boardAddress = z.strictObject({
  search: text(80).optional(),
  order: z.enum(boardOrders).default('missing'),
  student: idSchema.optional(),
})
