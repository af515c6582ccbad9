import 'server-only'
import { type Deed, deedOfAccount, rolesChanged } from '@/domain/administration'
import type { Role } from '@/domain/roles'
import type { ActorContext } from '../context/context'
import type { Change, Prisma } from '../db/generated/client'
import { subjects } from '../ledger/subjects'

const PAGE = 50

const ofAccounts = ['account', 'password']
const ofPlaces = ['leader', 'archiving']

interface Wanted {
  userId?: string | undefined
  placeId?: string | undefined
  cursor?: string | null | undefined
}

/** Of a person: their account and what they run. Of a place: who runs it. Else whatever administrators decided. */
function about({ userId, placeId }: Wanted): Prisma.ChangeWhereInput {
  if (userId) return { subjectId: userId, subject: { in: [...ofAccounts, 'leader'] } }
  if (placeId) return { placeId, subject: { in: ofPlaces } }
  // A teacher who hands a class over gives no reason; an administrator does.
  const ruled = { subject: { in: ofPlaces }, textHash: { not: null } }
  return { OR: [{ subject: { in: ofAccounts } }, ruled] }
}

interface Told {
  deed: Deed
  added: Role[]
  removed: Role[]
}

/** What a row of the ledger comes to. */
function toldOf({ subject, before, after }: Change): Told {
  const only = (deed: Deed): Told => ({ deed, added: [], removed: [] })
  if (subject === 'account') {
    const [was, is] = [subjects.account.before.parse(before), subjects.account.after.parse(after)]
    return { deed: deedOfAccount(was, is), ...rolesChanged(was.roles, is.roles) }
  }
  if (subject === 'password')
    return only(subjects.password.after.parse(after).step === 'LINK' ? 'PASSWORD_LINK' : 'PASSWORD_RESET')
  if (subject === 'archiving')
    return only(subjects.archiving.after.parse(after).archived ? 'ARCHIVED' : 'RESTORED')
  return only(subjects.leader.after.parse(after).role ?? 'NO_LEADER')
}

/** What was done to accounts, and by administrators to places, the newest first, a page at a time. */
export async function history(ctx: ActorContext, input: Wanted) {
  const { db } = ctx
  const found = await db.change.findMany({
    where: { ...about(input), ...(input.cursor && { id: { lt: BigInt(input.cursor) } }) },
    orderBy: { id: 'desc' },
    take: PAGE + 1,
  })
  const rows = found.slice(0, PAGE)
  const ids = rows.flatMap(({ actorId, subjectId, placeId }) => [actorId, subjectId, placeId])
  const named = { id: { in: [...new Set(ids.filter((id) => id !== null))] } }
  const select = { id: true, name: true }
  const [people, places, texts] = await Promise.all([
    db.user.findMany({ where: named, select }),
    db.place.findMany({ where: named, select }),
    db.changeText.findMany({ where: { changeId: { in: rows.map(({ id }) => id) } } }),
  ])
  const [personOf, placeOf] = [people, places].map((all) => new Map(all.map((one) => [one.id, one])))
  const textOf = new Map(texts.map(({ changeId, text }) => [changeId, text]))
  const items = rows.map((row) => ({
    ...{ id: row.id.toString(), at: row.at, ...toldOf(row) },
    by: (row.actorId && personOf?.get(row.actorId)) || null,
    person: personOf?.get(row.subjectId) ?? null,
    place: (row.placeId && placeOf?.get(row.placeId)) || null,
    reason: textOf.get(row.id) ?? null,
  }))
  return { items, nextCursor: found.length > PAGE ? (items.at(-1)?.id ?? null) : null }
}
