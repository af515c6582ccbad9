import 'server-only'
import type { ListFilters } from '@/domain/lists'
import { workedMs } from '@/domain/worked-days'
import { startOfDay } from '@/domain/zoned-time'
import type { ActorContext } from '../context/context'
import type { Prisma } from '../db/generated/client'
import { pageAfter, pageOfRows } from '../db/page'
import { memberName, memberNamed, nameOf } from '../places/member-name'
import { requireLedWorkplace } from './board'
import { earliestFirst, shownFields } from './shown'

const PAGE = 50
const MINUTE = 60_000

interface Wanted extends ListFilters<'hours'> {
  workplaceId: string
  cursor?: string | null | undefined
}

const latestFirst = [
  { startedAt: 'desc' },
  { id: 'desc' },
] satisfies Prisma.TimeEntryOrderByWithRelationInput[]

const orders = {
  NEWEST: latestFirst,
  OLDEST: earliestFirst,
  NAME: [{ employment: { member: { user: { name: 'asc' } } } }, ...latestFirst],
} satisfies Record<Wanted['sort'], Prisma.TimeEntryOrderByWithRelationInput[]>

/** Entries that began on these days, by the clock of the place. */
function found({ workplaceId, from, to, kindId, show, search }: Wanted, timeZone: string) {
  return {
    ...{ workplaceId, removedAt: null },
    startedAt: {
      ...(from && { gte: startOfDay(from, timeZone) }),
      ...(to && { lt: startOfDay(to, timeZone, 1) }),
    },
    ...(kindId && { kindId }),
    ...(show === 'OPEN' && { endedAt: null }),
    ...(show === 'FLAGGED' && { flag: { not: null } }),
    ...(search && { employment: { member: memberNamed(search) } }),
  } satisfies Prisma.TimeEntryWhereInput
}

/** The entries of everybody at a workplace that the actor leads, a page at a time. */
export async function entriesOf(ctx: ActorContext, input: Wanted, size = PAGE) {
  const { place } = await requireLedWorkplace(ctx, input.workplaceId)
  const now = ctx.clock()
  const rows = await ctx.db.timeEntry.findMany({
    where: found(input, place.timeZone),
    orderBy: orders[input.sort],
    ...pageAfter(input, size),
    select: {
      ...shownFields,
      employment: {
        select: { jobTitle: true, member: { select: { number: true, ...memberName } } },
      },
    },
  })
  const { page, nextCursor } = pageOfRows(rows, size)
  return {
    items: page.map(({ employment: { jobTitle, member }, ...entry }) => ({
      ...{ ...entry, jobTitle, number: member.number, name: nameOf(member) },
      minutes: Math.floor(workedMs(entry, now) / MINUTE),
    })),
    ...{ nextCursor, now },
  }
}
