import 'server-only'
import { z } from 'zod'
import { kioskModes } from '@/domain/kiosks'
import { clockActs } from '@/domain/time-entries'
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
  /** At a workplace's door; `code` is what people there clock by on their own devices. */
  work: z
    .object({
      face: z.boolean(),
      identifies: z.boolean(),
      code: z.string(),
      codeUntil: z.date(),
      here: z.int(),
      onBreak: z.int(),
    })
    .nullable(),
  next: z.object({ title: z.string().nullable(), plannedStart: z.date() }).nullable(),
  now: z.date(),
})

const clockAct = z.enum(clockActs)

/** What the kiosk of a workplace tells the person who stands before it, and nobody else. */
export const workAnswerOutput = z.object({
  kind: z.enum(['clocked_in', 'clocked_out', 'break_started', 'break_ended', 'taken_back', 'asked']),
  firstName: z.string(),
  standing: z.enum(['out', 'in', 'on_break']),
  /** When they clocked last. */
  at: z.date().nullable(),
  minutesToday: z.int(),
  /** What they can say, where they are asked. */
  acts: z.array(clockAct),
  kinds: z.array(z.object({ id: z.uuid(), name: z.string() })),
  /** They may say that they worked through, so that no break is deducted. */
  mayHaveWorkedThrough: z.boolean(),
  /** What can be taken back. */
  takeBack: z.object({ what: clockAct, at: z.date() }).nullable(),
  forgotten: z.boolean(),
  ticket: z.string(),
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
