import 'server-only'
import { AppError } from '@/domain/errors'
import type { ActorContext } from '../context/context'
import { ledBy } from '../context/led-by'
import type { Prisma } from '../db/generated/client'
import { shownChecks } from '../face-checks/shown'
import { changesOf, type KnownChange } from '../ledger/read'
import { decidesAt } from './people'

const HISTORY_PAGE = 100

type Kept = KnownChange<'time entry'>['after']

function shown(kept: Kept, kinds: ReadonlyMap<string, string>) {
  const { startedAt, endedAt, breaks, kindId, removed } = kept
  const instant = (text: string | null) => (text === null ? null : new Date(text))
  return {
    startedAt: new Date(startedAt),
    endedAt: instant(endedAt),
    breaks: breaks.map((pause) => ({
      startedAt: new Date(pause.startedAt),
      endedAt: instant(pause.endedAt),
    })),
    kind: (kindId && kinds.get(kindId)) || null,
    removed,
  }
}

type Sees = (workplaceId: string) => boolean | Promise<boolean>

/** Face checks go to whom `sees` says alone. */
async function historyOf(ctx: ActorContext, where: Prisma.TimeEntryWhereInput, sees: Sees) {
  const entry = await ctx.db.timeEntry.findFirst({ where, select: { id: true, workplaceId: true } })
  if (!entry) throw new AppError('request.not_found')
  const { id: subjectId, workplaceId } = entry
  const [changes, kinds, faceChecks] = await Promise.all([
    changesOf(ctx, { subject: 'time entry', subjectId, take: HISTORY_PAGE }),
    ctx.db.workKind.findMany({ where: { workplaceId }, select: { id: true, name: true } }),
    (await sees(workplaceId)) ? shownChecks(ctx.db, { timeEntryId: subjectId }) : null,
  ])
  const names = new Map(kinds.map(({ id, name }) => [id, name]))
  return {
    changes: changes.map(({ id, at, actor, before, after, text }) => ({
      ...{ id, at, actor, reason: text },
      method: after.outMethod ?? after.inMethod,
      before: before && shown(before, names),
      after: shown(after, names),
    })),
    faceChecks,
    evidenceDays: ctx.settings.evidenceDays,
  }
}

/** How an entry of a workplace came about, for whoever leads it, newest first; its face checks for whoever decides there. */
export function entryHistory(ctx: ActorContext, { entryId }: { entryId: string }) {
  const where = { id: entryId, employment: { workplace: { place: ledBy(ctx.actor) } } }
  return historyOf(ctx, where, (workplaceId) => decidesAt(ctx, workplaceId))
}

/** How the person's own entry came about, newest first. */
export const ownHistory = (ctx: ActorContext, { entryId }: { entryId: string }) =>
  historyOf(ctx, { id: entryId, userId: ctx.actor.id }, () => true)
