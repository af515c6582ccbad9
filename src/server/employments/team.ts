import 'server-only'
import { AppError } from '@/domain/errors'
import { dayDate } from '@/domain/weeks'
import { hashOf, newToken } from '../auth/tokens'
import type { ActorContext } from '../context/context'
import type { Database } from '../db/prisma'
import { countTry } from '../limits/limits'
import { transact } from '../live/publish'
import { lockActiveWorkplace, requireWorkplace } from '../workplaces/access'
import { standsUntil } from './invitations'
import { readTeamList, type TeamLine } from './team-list'

interface TeamList {
  workplaceId: string
  text: string
}

/** Marks whoever works there or was asked already. */
async function withKnown(
  db: Database,
  { workplaceId, lines, now }: { workplaceId: string; lines: TeamLine[]; now: Date },
): Promise<TeamLine[]> {
  const emails = lines.map(({ email }) => email)
  const [members, leaders, invited] = await Promise.all([
    db.member.findMany({
      where: { placeId: workplaceId, leftAt: null, user: { email: { in: emails } } },
      select: { user: { select: { email: true } } },
    }),
    db.leader.findMany({
      where: { placeId: workplaceId, user: { email: { in: emails } } },
      select: { user: { select: { email: true } } },
    }),
    db.employmentInvitation.findMany({
      where: { workplaceId, email: { in: emails }, expiresAt: { gt: now } },
      select: { email: true },
    }),
  ])
  const here = new Set([...members, ...leaders].map(({ user }) => user.email))
  const asked = new Set(invited.map(({ email }) => email))
  return lines.map((line) => {
    if (line.problem) return line
    if (here.has(line.email)) return { ...line, problem: 'HERE' }
    return asked.has(line.email) ? { ...line, problem: 'INVITED' } : line
  })
}

async function readTeam(ctx: ActorContext, input: TeamList): Promise<TeamLine[]> {
  const { currency, may } = await requireWorkplace(ctx, input)
  return readTeamList(input.text, currency).map((line) =>
    line.minorPerHour !== null && !may.seesWages ? { ...line, problem: 'WAGES' } : line,
  )
}

/** The people of a pasted list or a file, each with what is wrong; nothing is done yet. */
export async function previewTeam(ctx: ActorContext, input: TeamList): Promise<TeamLine[]> {
  const lines = await readTeam(ctx, input)
  return withKnown(ctx.db, { workplaceId: input.workplaceId, lines, now: ctx.clock() })
}

/** Asks everybody of the list to work here, or nobody where a line is not right. */
export async function addTeam(
  ctx: ActorContext,
  { startedOn, ...input }: TeamList & { startedOn: string },
): Promise<{ invited: number }> {
  const { workplaceId } = input
  await countTry(ctx.db, 'work invitation', ctx.actor.id)
  const read = await readTeam(ctx, input)
  return transact(ctx, async (ctx) => {
    const { tx, now, actor } = ctx
    await lockActiveWorkplace(ctx, { workplaceId, mode: 'UPDATE', as: 'MANAGER' })
    const lines = await withKnown(tx, { workplaceId, lines: read, now })
    const wrong = lines.filter(({ problem }) => problem !== null).length
    if (wrong > 0) throw new AppError('employments.list_wrong', { lines: wrong })
    // Invitations that have run out give their address free.
    await tx.employmentInvitation.deleteMany({ where: { workplaceId, expiresAt: { lte: now } } })
    await tx.employmentInvitation.createMany({
      data: lines.map(({ line: _line, problem: _problem, name, ...person }) => ({
        ...{ ...person, name: name || null, workplaceId, startedOn: dayDate(startedOn) },
        ...{ linkHash: hashOf(newToken()), invitedById: actor.id },
        ...{ createdAt: now, expiresAt: standsUntil(now) },
      })),
    })
    return { invited: lines.length }
  })
}
