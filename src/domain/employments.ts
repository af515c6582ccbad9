import { fieldError } from './field-errors'

/** So many people a workplace has at most. */
export const MOST_EMPLOYEES = 5000

/** So many are added by one list. */
export const MOST_LINES = 500

/** So long an invitation to work somewhere stands. */
export const WORK_INVITATION_DAYS = 60

/** Whether a PIN is one of those that everybody tries first: one digit, a run, or a piece said twice. */
export function isTrivialPin(pin: string): boolean {
  const up = '01234567890'
  const down = '09876543210'
  return /^(.{1,4})\1+$/.test(pin) || up.includes(pin) || down.includes(pin) || /^(19|20)\d\d$/.test(pin)
}

export const pinForm = /^\d{4,8}$/
export const notPinLong = fieldError('pin_length', { min: 4, max: 8 })
export const trivialPin = fieldError('pin_trivial')

/** What is wrong with a new PIN; null where nothing is. */
export function pinProblem(pin: string): string | null {
  if (!pinForm.test(pin)) return notPinLong
  return isTrivialPin(pin) ? trivialPin : null
}

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
