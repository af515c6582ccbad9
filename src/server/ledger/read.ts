import 'server-only'
import type { Change, Prisma } from '../db/generated/client'
import type { Database } from '../db/prisma'
import { type After, type Before, type Subject, subjects } from './subjects'

interface Reading {
  db: Database
}

/** A change as a history shows it. */
export interface KnownChange<Kind extends Subject> {
  id: string
  subjectId: string
  at: Date
  /** Null where it came about by itself, and where the account is gone. */
  actor: { id: string; name: string } | null
  before: Before<Kind>
  after: After<Kind>
  /** Null where there was none, and where it was erased. */
  text: string | null
}

async function known<Kind extends Subject>(
  { db }: Reading,
  subject: Kind,
  rows: readonly Change[],
): Promise<KnownChange<Kind>[]> {
  const withText = rows.filter(({ textHash }) => textHash !== null).map(({ id }) => id)
  const actorIds = [...new Set(rows.flatMap(({ actorId }) => actorId ?? []))]
  const [texts, actors] = await Promise.all([
    withText.length === 0 ? [] : db.changeText.findMany({ where: { changeId: { in: withText } } }),
    db.user.findMany({ where: { id: { in: actorIds } }, select: { id: true, name: true } }),
  ])
  const textOf = new Map(texts.map(({ changeId, text }) => [changeId, text]))
  const actorOf = new Map(actors.map((actor) => [actor.id, actor]))
  return rows.map((row) => ({
    id: row.id.toString(),
    subjectId: row.subjectId,
    at: row.at,
    actor: (row.actorId && actorOf.get(row.actorId)) || null,
    before: subjects[subject].before.parse(row.before) as Before<Kind>,
    after: subjects[subject].after.parse(row.after) as After<Kind>,
    text: textOf.get(row.id) ?? null,
  }))
}

interface Wanted<Kind extends Subject> {
  subject: Kind
  subjectId: string
  take: number
  /** Only what says this of it afterwards. */
  after?: Prisma.JsonNullableFilter<'Change'>
}

/** What was changed of one thing, newest first. */
export async function changesOf<Kind extends Subject>(
  ctx: Reading,
  { subject, subjectId, take, after }: Wanted<Kind>,
): Promise<KnownChange<Kind>[]> {
  const rows = await ctx.db.change.findMany({
    where: { subjectId, subject, ...(after && { after }) },
    orderBy: { id: 'desc' },
    take,
  })
  return known(ctx, subject, rows)
}

/** The latest changes of each of these things, so many of each, the newest first. */
export async function latestChanges<Kind extends Subject>(
  ctx: Reading,
  { subject, subjectIds, each }: { subject: Kind; subjectIds: string[]; each: number },
): Promise<KnownChange<Kind>[]> {
  const ids = await ctx.db.$queryRaw<Array<{ id: bigint }>>`
    SELECT latest.id FROM unnest(${subjectIds}::uuid[]) AS wanted (id) CROSS JOIN LATERAL (
      SELECT c.id FROM "Change" c WHERE c."subjectId" = wanted.id AND c.subject = ${subject}
      ORDER BY c.id DESC LIMIT ${each}
    ) latest`
  const rows = await ctx.db.change.findMany({
    where: { id: { in: ids.map(({ id }) => id) } },
    orderBy: { id: 'desc' },
  })
  return known(ctx, subject, rows)
}

/** What was changed of things of one kind at a place, newest first. */
export async function changesAt<Kind extends Subject>(
  ctx: Reading,
  { subject, placeId, take, after }: Omit<Wanted<Kind>, 'subjectId'> & { placeId: string },
): Promise<KnownChange<Kind>[]> {
  const rows = await ctx.db.change.findMany({
    where: { placeId, subject, ...(after && { after }) },
    orderBy: { id: 'desc' },
    take,
  })
  return known(ctx, subject, rows)
}

/** The last change of each of these things, the newest first. */
export async function lastChanges<Kind extends Subject>(
  ctx: Reading,
  { subject, subjectIds, take }: { subject: Kind; subjectIds: string[]; take: number },
): Promise<KnownChange<Kind>[]> {
  const newest = await ctx.db.change.groupBy({
    by: 'subjectId',
    where: { subject, subjectId: { in: subjectIds } },
    _max: { id: true },
    orderBy: { _max: { id: 'desc' } },
    take,
  })
  const rows = await ctx.db.change.findMany({
    where: { id: { in: newest.flatMap(({ _max }) => _max.id ?? []) } },
    orderBy: { id: 'desc' },
  })
  return known(ctx, subject, rows)
}

/** All changes of these things, the oldest first. */
export async function allChanges<Kind extends Subject>(
  ctx: Reading,
  { subject, subjectIds }: { subject: Kind; subjectIds: string[] },
): Promise<KnownChange<Kind>[]> {
  const rows = await ctx.db.change.findMany({
    where: { subject, subjectId: { in: subjectIds } },
    orderBy: { id: 'asc' },
  })
  return known(ctx, subject, rows)
}
