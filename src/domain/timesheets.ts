/** Why somebody looks at hours before they are approved. */
export const timesheetExceptions = [
  'no_rate',
  'entry_open',
  'entry_flagged',
  'correction_open',
  'break_missing',
  'rest_short',
  'day_long',
  'week_long',
  'period_runs',
  'not_signed',
] as const
export type TimesheetExceptionCode = (typeof timesheetExceptions)[number]

export interface TimesheetException {
  code: TimesheetExceptionCode
  day: string | null
  entryId: string | null
  /** Nothing is approved while it stands. */
  critical: boolean
}

/** Without a rate there is no sum, and of an open entry nobody knows the end: all else a manager may decide. */
const critical: readonly TimesheetExceptionCode[] = ['no_rate', 'entry_open']

interface Standing {
  /** What the calculation noticed, and the days of it. */
  warnings: readonly { code: TimesheetExceptionCode; entry: string | null; day: string | null }[]
  refused: boolean
  openCorrections: readonly { entryId: string | null }[]
  /** The last day of the period lies in the past. */
  over: boolean
  signed: boolean
}

/** The exceptions of somebody's hours of a period, those first that stop an approval. */
export function exceptionsOf(standing: Standing): TimesheetException[] {
  const found: Omit<TimesheetException, 'critical'>[] = [
    ...standing.warnings.map(({ code, entry, day }) => ({ code, day, entryId: entry })),
    ...standing.openCorrections.map(({ entryId }) => ({
      ...{ code: 'correction_open' as const, day: null, entryId },
    })),
  ]
  const add = (when: boolean, code: TimesheetExceptionCode) => {
    if (when) found.push({ code, day: null, entryId: null })
  }
  add(standing.refused, 'no_rate')
  add(!standing.over, 'period_runs')
  add(!standing.signed, 'not_signed')
  return found
    .map((one) => ({ ...one, critical: critical.includes(one.code) }))
    .sort((a, b) => timesheetExceptions.indexOf(a.code) - timesheetExceptions.indexOf(b.code))
}

/** Where somebody's hours of a period stand. */
export const timesheetStates = ['OPEN', 'SIGNED', 'APPROVED', 'PAID'] as const
export type TimesheetState = (typeof timesheetStates)[number]

/** Paid hours that were unlocked and not approved again are open once more. */
export function timesheetState(sheet: { signed: boolean; approved: boolean; paid: boolean }): TimesheetState {
  if (sheet.approved) return sheet.paid ? 'PAID' : 'APPROVED'
  return sheet.signed ? 'SIGNED' : 'OPEN'
}

/** What became of two signatures. */
export const signatureActs = ['SIGNED', 'APPROVED', 'UNLOCKED', 'TAKEN_BACK'] as const

interface Signed {
  signedAt: string | null
  approvedAt: string | null
}

/** Which act a change of signatures was: an approval is taken back alone, a change of the hours takes both. */
export function signatureAct(before: Signed, after: Signed): (typeof signatureActs)[number] {
  if (after.approvedAt && !before.approvedAt) return 'APPROVED'
  if (after.signedAt && !before.signedAt) return 'SIGNED'
  return after.signedAt === before.signedAt ? 'UNLOCKED' : 'TAKEN_BACK'
}
