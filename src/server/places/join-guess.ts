import 'server-only'
import type { ActorContext } from '../context/context'
import { judge } from '../limits/guess'

/** Wrong codes of a person while their network has used up its own. */
const TRIES_IN_CROWD = 3

/** What a code or a link leads to that lets its bearer join: only wrong ones count. */
export async function foundByCode<Found>(
  ctx: ActorContext,
  look: () => Promise<Found | null>,
): Promise<Found | null> {
  const { found } = await judge(
    ctx.db,
    {
      own: { name: 'join code', key: ctx.actor.id },
      shared: [{ name: 'join code address', key: ctx.address }],
      inCrowd: TRIES_IN_CROWD,
    },
    look,
  )
  return found
}
