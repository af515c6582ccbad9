import 'server-only'
import type { LeaderRights } from '@/domain/workplaces-schema'
import type { Leader } from '../db/generated/client'

export const noRights: LeaderRights = { mayApprove: false, seesWages: false, mayPay: false }

/** Of a row, what it says of rights. */
export const leaderRights = ({ mayApprove, seesWages, mayPay }: LeaderRights): LeaderRights => ({
  ...{ mayApprove, seesWages, mayPay },
})

/** What somebody is at a place, as the ledger keeps it. */
export type Leadership = Pick<Leader, 'role'> & Partial<LeaderRights>

/** The rights by name: none where the place is a class, or the leader an owner, who may all of it. */
export function rightNames({ mayApprove, seesWages, mayPay }: Leadership) {
  return [
    ...(mayApprove ? (['APPROVE'] as const) : []),
    ...(seesWages ? (['WAGES'] as const) : []),
    ...(mayPay ? (['PAY'] as const) : []),
  ]
}
