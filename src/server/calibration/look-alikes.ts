import 'server-only'
import type { StrangerScore } from '@/domain/face/site-scores'
import type { ServiceContext } from '../context/context'
import type { Database } from '../db/prisma'

interface Near {
  model: string
  pairs: readonly Pick<StrangerScore, 'a' | 'b' | 'score'>[]
  now: Date
}

/** Keeps pairs of people between whom a face alone never decides; each pair once, the smaller id first. */
export async function addLookAlikes(tx: Database, { model, pairs, now }: Near): Promise<void> {
  for (const { a, b, score } of pairs) {
    const [aId, bId] = a < b ? [a, b] : [b, a]
    await tx.lookAlike.upsert({
      where: { model_aId_bId: { model, aId, bId } },
      create: { model, aId, bId, similarity: score, foundAt: now },
      update: { similarity: score },
    })
  }
}

interface Found extends Near {
  /** Everybody who has templates. */
  enrolled: ReadonlySet<string>
  /** Of them, who was compared. */
  compared: ReadonlySet<string>
}

/**
 * Makes these all the look-alikes of a recogniser. The pairs of somebody who was set aside stay, because their face could
 * still be taken for the other's.
 */
export async function keepLookAlikes(tx: Database, found: Found): Promise<void> {
  const { model, pairs, enrolled, compared } = found
  const wanted = new Set(pairs.map(({ a, b }) => (a < b ? `${a} ${b}` : `${b} ${a}`)))
  const known = await tx.lookAlike.findMany({ where: { model }, select: { id: true, aId: true, bId: true } })
  const setAside = (ids: string[]) =>
    ids.every((id) => enrolled.has(id)) && !ids.every((id) => compared.has(id))
  const gone = known.filter(({ aId, bId }) => !wanted.has(`${aId} ${bId}`) && !setAside([aId, bId]))
  if (gone.length > 0) await tx.lookAlike.deleteMany({ where: { id: { in: gone.map(({ id }) => id) } } })
  await addLookAlikes(tx, found)
}

/** Erases whom somebody looks like. */
export async function forgetLookAlikes(tx: Database, userId: string): Promise<void> {
  await tx.lookAlike.deleteMany({ where: { OR: [{ aId: userId }, { bId: userId }] } })
}

/** Everybody who looks so much like this person that a face alone may not tell them apart. */
export async function lookAlikesOf(
  ctx: Pick<ServiceContext, 'db'>,
  userId: string,
  model: string,
): Promise<string[]> {
  const pairs = await ctx.db.lookAlike.findMany({
    where: { model, OR: [{ aId: userId }, { bId: userId }] },
    select: { aId: true, bId: true },
  })
  return pairs.map(({ aId, bId }) => (aId === userId ? bId : aId))
}

/** The pairs of look-alikes of whom at least one is among these students. */
export async function lookAlikePairs(
  ctx: { db: Database },
  studentIds: readonly string[],
  model: string,
): Promise<Array<[string, string]>> {
  const among = { in: [...studentIds] }
  const pairs = await ctx.db.lookAlike.findMany({
    where: { model, OR: [{ aId: among }, { bId: among }] },
    select: { aId: true, bId: true },
  })
  return pairs.map(({ aId, bId }) => [aId, bId])
}
