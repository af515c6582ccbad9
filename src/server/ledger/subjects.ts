import 'server-only'
import { z } from 'zod'
import { attendanceMethods, attendanceStatuses } from '@/domain/attendance'
import { exceptionSettingsSchema } from '@/domain/exceptions-schema'
import { extraKinds } from '@/domain/line-names'
import { encodings, payrollFields } from '@/domain/payroll/format'
import { roleSchema } from '@/domain/roles-schema'
import { scopeSchema } from '@/domain/scopes-schema'
import { sessionStates } from '@/domain/sessions'
import { entryMethods } from '@/domain/time-entries'
import {
  EntryFlag,
  FaceOffReason,
  LeaderRole,
  LivenessPolicy,
  OutsideSites,
  ProgramEnd,
  SignInEnd,
} from '../db/generated/enums'

const instant = z.iso.datetime().nullable()

const record = z.strictObject({
  status: z.enum(attendanceStatuses),
  clockedInAt: instant,
  clockedOutAt: instant,
})

/** What has become of a session. */
const session = z.strictObject({
  state: z.enum(sessionStates),
  closedAt: instant,
  endedByItself: z.boolean(),
  notTaken: z.boolean(),
  removed: z.boolean(),
})

/** A note that leaders of a class keep about a student: that it is there, never what it says. */
const studentNote = z.strictObject({ memberId: z.uuid(), removed: z.boolean() })

/** What became of a roll call: how many photos there were, whom it marked, and who was here or excused already. */
const rollCall = z.strictObject({
  photos: z.int(),
  marked: z.int(),
  unchanged: z.int(),
  undone: z.boolean(),
})

const leadership = z.strictObject({
  role: z.enum(LeaderRole).nullable(),
  /** At a workplace, for whoever assists there. */
  rights: z.array(z.enum(['APPROVE', 'WAGES', 'PAY'])).optional(),
})
const timeEntry = z.strictObject({
  startedAt: z.iso.datetime(),
  endedAt: instant,
  breaks: z.array(z.strictObject({ startedAt: z.iso.datetime(), endedAt: instant })),
  kindId: z.uuid().nullable(),
  inMethod: z.enum(entryMethods),
  outMethod: z.enum(entryMethods).nullable(),
  flag: z.enum(EntryFlag).nullable(),
  undisputedUntil: instant,
  workedThrough: z.boolean(),
  removed: z.boolean(),
})

const faceSwitch = z.strictObject({ faceOff: z.enum(FaceOffReason).nullable() })

/** What an account may do, and whether it counts at all. */
const account = z.strictObject({
  roles: z.array(roleSchema),
  disabled: z.boolean(),
  /** Its sign-ins were ended, and nothing else. */
  signedOut: z.literal(true).optional(),
  /** Its person deleted it. */
  deleted: z.literal(true).optional(),
  /** Its person gave it another address, which is not told here. */
  newEmail: z.literal(true).optional(),
})

/** A link for a new password that an administrator had, or a new password by one. */
const password = z.strictObject({ step: z.enum(['LINK', 'RESET']) })

const faceAtPlace = z.strictObject({ off: z.boolean() })

const token = z.strictObject({ scopes: z.array(scopeSchema), expiresAt: instant, revokedAt: instant })

/** Whose it is, because its row goes before the ledger's does. */
const program = z.strictObject({ userId: z.uuid(), endedBy: z.enum(ProgramEnd).nullable() })

/** The same of a browser. */
const signIn = z.strictObject({ userId: z.uuid(), endedBy: z.enum(SignInEnd).nullable() })

const day = z.iso.date()

/** What decides about clocking at a workplace. */
const workplace = z.strictObject({
  faceClocking: z.boolean(),
  outsideSites: z.enum(OutsideSites),
  longestShiftMinutes: z.int(),
  timeZone: z.string(),
  liveness: z.enum(LivenessPolicy),
})

/** What of the catalogue of exceptions is otherwise at a workplace. */
const exceptions = z.strictObject({ otherwise: exceptionSettingsSchema })

const ruleSet = z.strictObject({ from: day, preset: z.string().nullable() })

/** Null where there is none. */
const site = z.strictObject({ radius: z.int().nullable() })

/** Whether a kind of work can be chosen, or a place is one to clock at. */
const archiving = z.strictObject({ archived: z.boolean() })

const joinCode = z.strictObject({ on: z.boolean() })

const holiday = z.strictObject({ day: day.nullable() })

const employment = z.strictObject({
  startedOn: day,
  endedOn: day.nullable(),
  contractMinutes: z.int().nullable(),
  concurrent: z.boolean(),
})

const rate = z.strictObject({
  employmentId: z.uuid(),
  kindId: z.uuid().nullable(),
  from: day,
  minorPerHour: z.int(),
})

const pin = z.strictObject({ set: z.boolean() })

/** Of which pay period, for what has signatures has no id of its own. */
const timesheet = z.strictObject({ periodId: z.uuid(), signedAt: instant, approvedAt: instant })

/** Null for a name of one's own, which is free text. */
const extra = z.strictObject({
  employmentId: z.uuid(),
  day,
  name: z.enum(extraKinds).nullable(),
  minutes: z.int().nullable(),
  amountMinor: z.string().regex(/^\d+$/),
  removed: z.boolean(),
})

/** Minor units as text: they may be more than a number of JSON holds exactly. */
const payment = z.strictObject({
  periodId: z.uuid(),
  employmentId: z.uuid(),
  grossMinor: z.string().regex(/^-?\d+$/),
  currency: z.string().length(3),
  paidOn: z.iso.date(),
})

/** What was erased of a workplace once its years were over. */
const erasure = z.strictObject({
  workedBefore: day,
  ...{ entries: z.int(), payments: z.int(), exports: z.int(), employments: z.int() },
})

const inspection = z.strictObject({
  ...{ from: day, to: day, wages: z.boolean() },
  ...{ expiresAt: z.iso.datetime(), revokedAt: instant },
})

const month = z.string().regex(/^\d{4}-\d\d$/)

/** What was looked at: everybody's months, or somebody's. */
const look = z.strictObject({
  ...{ from: month, to: month, employmentId: z.uuid().nullable() },
  as: z.enum(['PAGE', 'PDF', 'CSV']),
})

/** Which columns it has and of how many kinds of line it knows the wage type; its own words are not kept. */
const payrollFormat = z.strictObject({
  columns: z.array(z.enum(payrollFields)),
  wageTypes: z.int(),
  encoding: z.enum(encodings),
  removed: z.boolean(),
})

const payrollExport = z.strictObject({ periodId: z.uuid(), number: z.int() })

/**
 * Everything that the ledger keeps changes of, with what it may say of it before and after. Strict, because nothing
 * of it can be erased: no name, no address, no free text, nothing biometric. A note or reason goes beside it as text.
 */
export const subjects = {
  /**
   * A student's record in a session, without a status once it is taken back. The method after it is that of the change,
   * which a record keeps only from coming in; the one before it is the record's.
   */
  attendance: {
    before: record.extend({ method: z.enum(attendanceMethods).optional() }).nullable(),
    after: record.extend({
      status: z.enum(attendanceStatuses).nullable(),
      method: z.enum(attendanceMethods),
      /** Where it takes back the change before it. */
      undoes: z.literal(true).optional(),
    }),
  },
  /** The end of a session, by whom or by itself, and what was made of it since; why it was opened again lies beside. */
  session: { before: session, after: session },
  /** What leaders of a class wrote about a student: written, edited, deleted. */
  'student note': { before: studentNote.nullable(), after: studentNote },
  /** A roll call from photos that was confirmed, or undone; its marks are told of each record. */
  'roll call': { before: rollCall.nullable(), after: rollCall },
  /** Time that somebody worked; a removed entry counts for nothing. */
  'time entry': { before: timeEntry.nullable(), after: timeEntry },
  /** Whether a person runs a place, and as what; an administrator's reason lies beside. */
  leader: { before: leadership, after: leadership },
  /** Whether a person's face is used; the reason of an administrator who erased it lies beside. */
  'face opt-out': { before: faceSwitch, after: faceSwitch },
  /** What somebody is, and whether their account is disabled; a reason lies beside. */
  account: { before: account, after: account },
  /** How a forgotten password was replaced, by the account's id. */
  password: { before: z.null(), after: password },
  /** Whether a member's face is used at the place, by the membership's id. */
  'face at a place': { before: faceAtPlace, after: faceAtPlace },
  /** A personal access token: made, revoked. */
  token: { before: token.nullable(), after: token },
  /** How people clock at a workplace. */
  workplace: { before: workplace, after: workplace },
  /** By which rules hours become pay from a day on. */
  'rule set': { before: ruleSet.nullable(), after: ruleSet },
  /** What counts as an exception at a workplace, how badly, and who is told. */
  exceptions: { before: exceptions, after: exceptions },
  /** A site of a workplace: added, removed. */
  site: { before: site, after: site },
  /** A kind of work: added, archived, back again. */
  'work kind': { before: archiving.nullable(), after: archiving },
  /** A class or a workplace that is archived, or restored; an administrator's reason lies beside. */
  archiving: { before: archiving, after: archiving },
  /** Whether people join a workplace by a code; another code is a change too. */
  'join code': { before: joinCode, after: joinCode },
  /** A holiday of a workplace, by the workplace's id. */
  holiday: { before: holiday, after: holiday },
  /** On which terms somebody works somewhere. */
  employment: { before: employment.nullable(), after: employment },
  /** What an hour of somebody is worth from a day on, and what that took the place of. */
  rate: { before: rate.nullable(), after: rate },
  /** Whether a member has a PIN for the kiosk; setting another is a change too. */
  'kiosk pin': { before: pin, after: pin },
  /** The end of a program's sign-in. */
  'program sign-in': { before: program, after: program },
  /** A sign-in that its person ended from another browser; signing out is told nowhere. */
  'sign-in': { before: signIn, after: signIn },
  /** The signatures under an employment's hours of a period; a reason lies beside. */
  timesheet: { before: timesheet, after: timesheet },
  /** Pay without work: added, taken back; a reason lies beside. */
  extra: { before: extra.nullable(), after: extra },
  /** Money that was paid. */
  payment: { before: z.null(), after: payment },
  /** What payroll was told of a period. */
  'payroll export': { before: z.null(), after: payrollExport },
  /** How a workplace writes hours and pay for payroll. */
  'payroll format': { before: payrollFormat.nullable(), after: payrollFormat },
  /** Records that were erased, by the workplace's id. */
  records: { before: z.null(), after: erasure },
  /** An inspector's access to records: made, revoked. */
  inspection: { before: inspection.nullable(), after: inspection },
  /** What an inspector looked at, by the id of the access. */
  'inspection look': { before: z.null(), after: look },
} as const

export type Subject = keyof typeof subjects
export type Before<Kind extends Subject> = z.infer<(typeof subjects)[Kind]['before']>
export type After<Kind extends Subject> = z.infer<(typeof subjects)[Kind]['after']>

/** A change as it is told inside a transaction, which adds when it was and through what. */
interface ChangeOf<Kind extends Subject> {
  subject: Kind
  subjectId: string
  /** Who wanted it; null where it came about by itself. */
  actorId: string | null
  /** Where; null where it belongs to no place. */
  placeId: string | null
  before: Before<Kind>
  after: After<Kind>
  /** A note or reason: kept beside the ledger, and erased with what the change is about. */
  text?: string | null
}

export type NewChange = { [Kind in Subject]: ChangeOf<Kind> }[Subject]
