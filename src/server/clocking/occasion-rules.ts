import 'server-only'
import type { AttendanceRecord } from '@/domain/attendance'
import type { EntryMethod } from '@/domain/time-entries'
import type { ServiceContext } from '../context/context'
import type { TxContext } from '../context/tx-context'
import type { LivenessPolicy } from '../db/generated/enums'
import type { OccasionKind, Occasions } from '../face-checks/occasion'
import type { WorkWish } from '../time-entries/clock'

/** By what somebody proves who they are: by their number and PIN at work alone. */
export type ClockMethod = Extract<EntryMethod, 'FACE' | 'CODE' | 'PIN'>

/** Who clocks, what for, which way and by what. */
export interface Clocking<Kind extends OccasionKind = OccasionKind> {
  occasion: Occasions[Kind]
  userId: string
  direction: 'in' | 'out'
  method: ClockMethod
  /** Who has it done, where that is somebody else. */
  actorId?: string
  /** What somebody who works says beside it. */
  work?: WorkWish
}

/** Who wants to clock, before it is known by what. */
export type Wanted<Kind extends OccasionKind = OccasionKind> = Omit<Clocking<Kind>, 'method'>

type Kinds = 'clocked_in' | 'already_in' | 'clocked_out' | 'already_out'

export interface ClockAnswer {
  kind: Kinds | 'returned'
  status: AttendanceRecord['status']
  clockedInAt: Date | null
  clockedOutAt: Date | null
}

export interface WorkAnswer {
  kind: Kinds
  entryId: string
  clockedInAt: Date
  clockedOutAt: Date | null
  /** By the clock of the workplace. */
  minutesToday: number
}

export interface Answers {
  session: ClockAnswer
  work: WorkAnswer
}

/** Where somebody stands before anything is proved. */
export interface Prepared<Answer> {
  /** The policy of the place. */
  liveness: LivenessPolicy
  /** The answer where clocking would change nothing. */
  answer: Answer | null
  /** What stands, where they have clocked out of a session before. */
  left: Pick<ClockAnswer, 'status' | 'clockedInAt' | 'clockedOutAt'> | null
}

/** The rules of one kind of occasion: they decide without locks, and decide again under them. */
export interface OccasionRules<Kind extends OccasionKind> {
  /** Whether this person may clock now. Throws where they may not. */
  prepare(ctx: ServiceContext, clocking: Clocking<Kind>, now: Date): Promise<Prepared<Answers[Kind]>>
  /** Clocks them, by what stands when everything is held. */
  apply(ctx: TxContext, clocking: Clocking<Kind>): Promise<Answers[Kind]>
}
