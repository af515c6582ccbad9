import 'server-only'
import type { AttendanceRecord, ClockMethod } from '@/domain/attendance'
import type { ServiceContext } from '../context/context'
import type { TxContext } from '../context/tx-context'
import type { LivenessPolicy } from '../db/generated/enums'
import type { Occasion } from '../face-checks/occasion'

/** Who clocks, what for, which way and by what. */
export interface Clocking {
  occasion: Occasion
  userId: string
  direction: 'in' | 'out'
  method: ClockMethod
  /** Who has it done, where that is somebody else. */
  actorId?: string
}

export interface ClockAnswer {
  kind: 'clocked_in' | 'returned' | 'already_in' | 'clocked_out' | 'already_out'
  status: AttendanceRecord['status']
  clockedInAt: Date | null
  clockedOutAt: Date | null
}

/** Where somebody stands before anything is proved. */
export interface Prepared {
  /** The policy of the place. */
  liveness: LivenessPolicy
  /** The answer where clocking would change nothing. */
  answer: ClockAnswer | null
  /** What stands, where they have clocked out before. */
  left: Pick<ClockAnswer, 'status' | 'clockedInAt' | 'clockedOutAt'> | null
}

/** The rules of one kind of occasion: they decide without locks, and decide again under them. */
export interface OccasionRules {
  /** Whether this person may clock now. Throws where they may not. */
  prepare(ctx: ServiceContext, clocking: Clocking, now: Date): Promise<Prepared>
  /** Clocks them, by what stands when everything is held. */
  apply(ctx: TxContext, clocking: Clocking): Promise<ClockAnswer>
}
