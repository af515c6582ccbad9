import { z } from 'zod'
import { emailSchema } from './account'
import { fieldError } from './field-errors'
import { MOST_WAGE } from './money'
import { daySchema } from './sessions'
import { name, text } from './text'

/** So many people a workplace has at most. */
export const MOST_EMPLOYEES = 5000
/** So many are added by one list. */
export const MOST_LINES = 500
/** So long an invitation to work somewhere stands. */
export const WORK_INVITATION_DAYS = 60

const jobTitle = text(80)
const externalNumber = text(40)
const contractMinutes = z
  .int(fieldError('number_missing'))
  .min(0, fieldError('too_low', { min: 0 }))
  .max(10_080)

export const minorPerHourSchema = z.int(fieldError('number_missing')).min(0).max(MOST_WAGE)

/** What is agreed with somebody besides the wage; what is left out is not said. */
export const termsFields = {
  jobTitle: jobTitle.optional(),
  externalNumber: externalNumber.optional(),
  contractMinutes: contractMinutes.optional(),
}

/** Asking one person: by email, or by a link for whoever has it. */
export const workInvitationSchema = z.strictObject({
  email: emailSchema.optional(),
  name: text(80).optional(),
  startedOn: daySchema,
  minorPerHour: minorPerHourSchema.optional(),
  ...termsFields,
})
export type WorkInvitationInput = z.infer<typeof workInvitationSchema>

/** What can be changed of an employment's terms; null takes something away, what is left out stays. */
export const termsChangesSchema = z.strictObject({
  jobTitle: jobTitle.nullable().optional(),
  externalNumber: externalNumber.nullable().optional(),
  contractMinutes: contractMinutes.nullable().optional(),
  /** Whether they may be clocked in elsewhere at the same time. */
  concurrent: z.boolean().optional(),
})
export type TermsChanges = z.infer<typeof termsChangesSchema>

export const reasonSchema = name(300, fieldError('reason_missing'))

export const rateSchema = z.strictObject({
  /** Null is for every kind of work without a rate of its own. */
  kindId: z.uuid().toLowerCase().nullable().default(null),
  from: daySchema,
  minorPerHour: minorPerHourSchema,
  /** Why, where it corrects what was. */
  reason: reasonSchema.optional(),
})
export type RateInput = z.infer<typeof rateSchema>

const pinLength = { min: 4, max: 8 } as const

/** Whether a PIN is one of those that everybody tries first: one digit, a run, or a piece said twice. */
export function isTrivialPin(pin: string): boolean {
  const up = '01234567890'
  const down = '09876543210'
  return /^(.{1,4})\1+$/.test(pin) || up.includes(pin) || down.includes(pin) || /^(19|20)\d\d$/.test(pin)
}

/** What somebody types at a kiosk after their number. */
export const pinSchema = z
  .string()
  .regex(/^\d{4,8}$/, fieldError('pin_length', pinLength))
  .refine((pin) => !isTrivialPin(pin), fieldError('pin_trivial'))
  .meta({ examples: ['4093'] })

/** The columns of a list of people, in the order in which they stand where no first line names them. */
export const teamColumns = ['name', 'email', 'jobTitle', 'number', 'rate'] as const
export type TeamColumn = (typeof teamColumns)[number]

const columnNames: Readonly<Record<TeamColumn, readonly string[]>> = {
  name: ['name', 'nombre', 'full name', 'vollständiger name'],
  email: ['email', 'e-mail', 'mail', 'e-mail-adresse', 'correo', 'correo electrónico'],
  jobTitle: ['job title', 'job', 'title', 'tätigkeit', 'stelle', 'funktion', 'puesto', 'cargo'],
  number: ['number', 'no', 'personnel number', 'nummer', 'personalnummer', 'número', 'nº'],
  rate: ['rate', 'wage', 'hourly rate', 'stundensatz', 'lohn', 'satz', 'tarifa', 'salario'],
}

/** Which column a word at the head of a list names, in any of our languages; null for one that is not read. */
export function teamColumnOf(head: string): TeamColumn | null {
  const word = head.trim().toLowerCase()
  return teamColumns.find((column) => columnNames[column].includes(word)) ?? null
}

/** What keeps a line of a list from being added. */
export const teamProblems = [
  'EMAIL',
  'TOO_LONG',
  'CHARACTER',
  'RATE',
  'TWICE',
  'HERE',
  'INVITED',
  'WAGES',
] as const
export type TeamProblem = (typeof teamProblems)[number]
