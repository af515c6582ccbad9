import 'server-only'
import { provenAddress } from '../auth/proven-address'
import type { ActorContext } from '../context/context'
import { ownInvitations as askedToWork } from '../employments/answers'
import { allChanges } from '../ledger/read'
import { ownInvitations as askedToLead } from '../places/invitations'
import { type Told, toldOf } from './own-history'

/** The account as it stands, without what proves who one is. */
const accountOf = ({ db, actor }: ActorContext) =>
  db.user.findUniqueOrThrow({
    where: { id: actor.id },
    select: {
      ...{ name: true, email: true, roles: true, locale: true, timeZone: true, createdAt: true },
      ...{ faceOff: true, faceSignIn: true, emailConfirmedAt: true, emailSince: true, disabledAt: true },
      leads: {
        orderBy: { since: 'asc' },
        select: { role: true, since: true, place: { select: { name: true, kind: true } } },
      },
      roleRequests: {
        orderBy: { askedAt: 'asc' },
        select: { role: true, askedAt: true, decidedAt: true, granted: true },
      },
      devices: {
        orderBy: { createdAt: 'asc' },
        select: { browser: true, system: true, createdAt: true, lastUsedAt: true, revokedAt: true },
      },
      signIns: {
        orderBy: { createdAt: 'asc' },
        select: {
          ...{ way: true, browser: true, system: true, createdAt: true, lastUsedAt: true },
          ...{ expiresAt: true, endedAt: true, endedBy: true },
        },
      },
      tokens: {
        orderBy: { createdAt: 'asc' },
        select: {
          ...{
            name: true,
            scopes: true,
            createdAt: true,
            expiresAt: true,
            lastUsedAt: true,
            revokedAt: true,
          },
        },
      },
      programs: {
        orderBy: { createdAt: 'asc' },
        select: {
          ...{ name: true, createdAt: true, lastUsedAt: true, expiresAt: true, endedAt: true, endedBy: true },
        },
      },
      memberships: {
        orderBy: { joinedAt: 'asc' },
        select: {
          ...{ number: true, joinedAt: true, leftAt: true, faceOffSince: true },
          place: { select: { name: true, kind: true } },
          pin: { select: { setAt: true, misses: true, lockedAt: true } },
        },
      },
      accountLinks: {
        orderBy: { createdAt: 'asc' },
        select: { kind: true, email: true, createdAt: true, expiresAt: true },
      },
      demo: { select: { sample: true } },
    },
  })

/** What was mailed to an address that is surely theirs, or about them to another one. */
async function ownMails(ctx: ActorContext) {
  const { email } = await provenAddress(ctx)
  return ctx.db.mail.findMany({
    where: { OR: [{ userId: ctx.actor.id }, ...(email ? [{ email }] : [])] },
    orderBy: { createdAt: 'asc' },
    select: { kind: true, email: true, role: true, createdAt: true, sentAt: true },
  })
}

const withoutId = <Row extends { id: string }>({ id: _, ...row }: Row) => row

/** The account with what was sent to it, where it is asked to join, what was erased of it and how it came to be so. */
export async function ownAccount(ctx: ActorContext) {
  const { db, actor } = ctx
  const [account, mails, lead, work, erased, history] = await Promise.all([
    accountOf(ctx),
    ownMails(ctx),
    askedToLead(ctx),
    askedToWork(ctx),
    db.erasure.findMany({
      where: { subjectId: actor.id },
      orderBy: { at: 'asc' },
      select: { at: true, what: true },
    }),
    ownHistory(ctx),
  ])
  const invitations = { lead: lead.map(withoutId), work: work.map(withoutId) }
  return { ...account, mails, invitations, erased, history }
}

const ofAccounts = ['account', 'password', 'face opt-out', 'leader'] as const
const ofMembers = ['face at a place', 'kiosk pin'] as const

/** What was changed of the account, of what they lead and of their memberships. */
async function ownHistory(ctx: ActorContext): Promise<Array<Told & { subject: string }>> {
  const members = await ctx.db.member.findMany({ where: { userId: ctx.actor.id }, select: { id: true } })
  const memberIds = members.map(({ id }) => id)
  const asked = [
    ...ofAccounts.map((subject) => ({ subject, subjectIds: [ctx.actor.id] })),
    ...ofMembers.map((subject) => ({ subject, subjectIds: memberIds })),
  ]
  const found = await Promise.all(
    asked.map(async (one) =>
      (await allChanges(ctx, one)).map((change) => ({ subject: one.subject, ...toldOf(change) })),
    ),
  )
  return found.flat().sort((one, other) => one.at.getTime() - other.at.getTime())
}
