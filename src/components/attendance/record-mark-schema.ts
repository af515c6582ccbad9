import { z } from 'zod'
import type { Standing } from '@/domain/board'
import { markSchema } from '@/domain/sessions-schema'

const standings = ['PRESENT', 'LATE', 'LEFT', 'EXCUSED', 'ABSENT', 'WAITING'] as const satisfies Standing[]

export const recordMarkSchema = z.strictObject({ standing: z.enum(standings), note: markSchema.shape.note })
