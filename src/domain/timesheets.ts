import type { Noticed } from './exceptions'

interface Standing {
  /** Without a rate there are no sums. */
  refused: boolean
  openCorrections: readonly { entryId: string | null }[]
  /** The last day of the period lies in the past. */
  over: boolean
  signed: boolean
}

/** What is out of the ordinary about where the hours of a period stand. */
export function noticedOfSheet({ refused, openCorrections, over, signed }: Standing): Noticed[] {
  const one = (code: Noticed['code'], entryId: string | null = null): Noticed => ({
    ...{ code, entryId, day: null, beyond: 0 },
  })
  return [
    ...openCorrections.map(({ entryId }) => one('correction_open', entryId)),
    ...(refused ? [one('no_rate')] : []),
    ...(over ? [] : [one('period_runs')]),
    ...(signed ? [] : [one('not_signed')]),
  ]
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
