import 'server-only'
import { z } from 'zod'
import { kioskModes } from '@/domain/kiosks'
import { sessionOutput, statusOutput } from '../trpc/outputs'

/** The link that makes a device the kiosk: told here alone. */
export const linkOutput = z.object({ kioskId: z.uuid(), link: z.string(), expiresAt: z.date() })

export const kiosksOutput = z.array(
  z.object({
    id: z.uuid(),
    name: z.string(),
    speaks: z.boolean(),
    mode: z.enum(kioskModes),
    /** The language it writes and speaks; null follows its browser. */
    locale: z.string().nullable(),
    registeredAt: z.date().nullable(),
    lastSeenAt: z.date().nullable(),
    here: z.boolean(),
    linkUntil: z.date().nullable(),
  }),
)

export const walkThroughBarOutput = z.enum(['CHALLENGE', 'MODELS', 'SITE']).nullable()

export const byLinkOutput = z.object({ name: z.string(), placeName: z.string() })

/** What the kiosk shows while nobody stands before it. */
export const stateOutput = z.object({
  name: z.string(),
  speaks: z.boolean(),
  locale: z.string().nullable(),
  schoolClass: z.object({ name: z.string(), timeZone: z.string() }),
  session: sessionOutput
    .pick({ id: true, title: true, openedAt: true, plannedStart: true })
    .extend({
      present: z.int(),
      late: z.int(),
      students: z.int(),
      identifies: z.boolean(),
      walksThrough: z.boolean(),
    })
    .nullable(),
  next: z.object({ title: z.string().nullable(), plannedStart: z.date() }).nullable(),
  now: z.date(),
})

/** What the kiosk tells the person who stands before it, and nobody else. */
export const answerOutput = z.object({
  kind: z.enum(['clocked_in', 'returned', 'clocked_out', 'here', 'left']),
  firstName: z.string(),
  status: statusOutput,
  clockedInAt: z.date().nullable(),
  clockedOutAt: z.date().nullable(),
  /** Where the person is asked what they want: what their answer is sent with. */
  ticket: z.string().nullable(),
})

const inSight = z.object({
  id: z.int(),
  box: z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() }),
  state: z.enum(['looking', 'known', 'unsure']),
  firstName: z.string().nullable(),
})

/** Who is in sight of a kiosk that people walk past, and whom this frame greets. */
export const doorOutput = z.object({
  width: z.number(),
  height: z.number(),
  people: z.array(inSight),
  greetings: z.array(answerOutput),
  memory: z.string(),
})
