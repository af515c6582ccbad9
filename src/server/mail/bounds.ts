import 'server-only'
import type { ServiceContext } from '../context/context'
import { countAll, type Tally } from '../limits/counters'
import { tooMany } from '../limits/limits'

/** One mailbox, however many names it has: what stands after a plus reaches the same person. */
const mailboxOf = (email: string) => email.replace(/\+[^@]*@/, '@')

/** Counts a mail that a stranger causes, where mail goes out: to one mailbox, from one network, and in all. Null where it may be sent. */
export async function mailBound(
  { db, mail, address }: Pick<ServiceContext, 'db' | 'mail' | 'address'>,
  email: string,
): Promise<Tally | null> {
  if (!mail) return null
  const tallies = await countAll(db, [
    { name: 'mail to a mailbox', key: mailboxOf(email) },
    { name: 'mail from a network', key: address },
    { name: 'mail in all', key: 'all' },
  ])
  return tallies.find(({ points, limit }) => points > limit) ?? null
}

/** The same; throws `request.too_many` where it may not. */
export async function requireMailBound(
  ctx: Pick<ServiceContext, 'db' | 'mail' | 'address'>,
  email: string,
): Promise<void> {
  const passed = await mailBound(ctx, email)
  if (passed) throw tooMany(passed)
}
