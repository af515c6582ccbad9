import 'server-only'
import type { ActorContext } from '../context/context'
import type { RollCall } from '../db/generated/client'
import type { After, Before } from '../ledger/subjects'

interface Told {
  rollCall: Pick<RollCall, 'id'>
  session: { classId: string }
  before: Before<'roll call'>
  after: After<'roll call'>
}

/** What becomes of a roll call, as the ledger keeps it. */
export function rollCallChange({ actor }: ActorContext, { rollCall, session, before, after }: Told) {
  return {
    ...{ subject: 'roll call' as const, subjectId: rollCall.id, placeId: session.classId },
    ...{ actorId: actor.id, before, after },
  }
}
