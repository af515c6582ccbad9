import 'server-only'
import { z } from 'zod'
import { livenessPolicies } from '@/domain/classes'
import { placeNameOutput } from '../trpc/outputs'

const taughtClass = placeNameOutput.extend({
  lateAfterMinutes: z.int(),
  joinCode: z.string(),
  archivedAt: z.date().nullable(),
})

export const taughtClassesOutput = z.array(
  taughtClass.extend({
    students: z.int(),
    assists: z.boolean(),
    openSession: z.object({ id: z.uuid(), openedAt: z.date().nullable() }).nullable(),
  }),
)

export const taughtClassOutput = taughtClass.extend({
  liveness: z.enum(livenessPolicies),
  mayLeave: z.boolean(),
  endsAfterPlannedHours: z.int(),
  endsAfterHours: z.int(),
  owns: z.boolean(),
  openSessionId: z.uuid().nullable(),
})

export const joinCodeOutput = z.object({ joinCode: z.string() })
