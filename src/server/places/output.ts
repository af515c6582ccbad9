import 'server-only'
import { z } from 'zod'
import { faceOffHereOutput, faceOffOutput, placeNameOutput } from '../trpc/outputs'

export const toJoinOutput = z.object({ name: z.string(), teacher: z.string(), joined: z.boolean() })
export const joinOutput = z.object({ placeId: z.uuid(), name: z.string() })

export const joinedOutput = z.array(
  placeNameOutput.extend({
    ...{ teacher: z.string(), number: z.int(), joinedAt: z.date() },
    /** Whether one may leave by oneself. */
    mayLeave: z.boolean(),
  }),
)

const person = z.object({ id: z.uuid(), name: z.string() })

export const membersOutput = z.array(
  person.extend({
    email: z.string(),
    number: z.int(),
    joinedAt: z.date(),
    enrolled: z.boolean(),
    faceOff: faceOffOutput.nullable(),
    faceOffHere: faceOffHereOutput.nullable(),
  }),
)

/** At a workplace, for whoever assists there. */
const rights = { mayApprove: z.boolean(), seesWages: z.boolean(), mayPay: z.boolean() }

/** Who runs the place and, for its owners, who has been asked to. */
export const leadersOutput = z.object({
  owns: z.boolean(),
  leaders: z.array(
    person.extend({ role: z.enum(['OWNER', 'ASSISTANT']), since: z.date(), self: z.boolean(), ...rights }),
  ),
  invitations: z.array(z.object({ id: z.uuid(), email: z.string(), createdAt: z.date(), ...rights })),
})

export const ownInvitationsOutput = z.array(
  z.object({
    id: z.uuid(),
    by: z.string(),
    place: z.string(),
    kind: z.enum(['CLASS', 'WORKPLACE']),
    obstacle: z.enum(['YOUNGER_ACCOUNT', 'MEMBER', 'NO_TEACHER', 'NO_EMPLOYER']).nullable(),
  }),
)

export const acceptedOutput = z.object({ placeId: z.uuid(), kind: z.enum(['CLASS', 'WORKPLACE']) })
