import 'server-only'
import { createTranslator } from 'use-intl/core'
import { DELETED_DOMAIN } from '@/domain/account'
import { readerLocale } from '@/domain/locale'
import { formerAs } from '@/domain/people'
import type { Role } from '@/domain/roles'
import { hashPassword } from '../auth/password'
import { newToken } from '../auth/tokens'
import type { TxContext } from '../context/tx-context'
import { messagesOf } from '../words/catalogues'
import { listErased } from './list'
import { forgetTraces } from './traces'

/** As which an account that its person deleted is listed: its row stays. */
export const ACCOUNT = 'account'

/** What its records say in the place of a name: in the language that the person read, for nobody else's is known. */
function formerName({ roles, locale }: { roles: readonly Role[]; locale: string | null }): string {
  const reader = readerLocale({ chosen: locale, accepted: null })
  const messages = messagesOf(reader.catalogue)
  const t = createTranslator({ locale: reader.format, messages, namespace: 'account' })
  return t('former', { role: formerAs(roles) })
}

interface Forgotten {
  userId: string
  /** The language they read at this moment, where their account does not say. */
  locale?: string | undefined
}

/**
 * Makes nobody's account of somebody's: what was only theirs goes, and where records hang on it they say a former
 * student's. A workplace where they worked keeps the name with its hours and pay. They lead nothing and belong nowhere
 * by now, and their face is erased; else the database refuses. The account must be held.
 */
export async function forgetAccount(ctx: TxContext, { userId, locale }: Forgotten): Promise<void> {
  const { tx, now } = ctx
  const user = await tx.user.findUniqueOrThrow({ where: { id: userId } })
  const { name, email } = user
  const theirs = { where: { userId } }
  await tx.member.updateMany({
    where: { userId, place: { kind: 'WORKPLACE' }, employments: { some: {} } },
    data: { keptName: name },
  })
  await tx.studentNote.deleteMany({ where: { member: { userId } } })
  await tx.signIn.deleteMany(theirs)
  await tx.signInDevice.deleteMany(theirs)
  await tx.apiToken.deleteMany(theirs)
  await tx.programSignIn.deleteMany(theirs)
  await tx.accountLink.deleteMany(theirs)
  await tx.roleRequest.deleteMany(theirs)
  await tx.idempotentWrite.deleteMany(theirs)
  await tx.refusedMatch.deleteMany({ where: { studentId: userId } })
  await tx.leaderInvitation.deleteMany({ where: { invitedById: userId } })
  await tx.employmentInvitation.deleteMany({ where: { invitedById: userId } })
  await tx.roleInvitation.deleteMany({ where: { invitedById: userId } })
  await tx.mail.deleteMany({ where: { OR: [{ userId }, { email, kind: { in: [...ofAccount] } }] } })
  // What others sent to the address is theirs to take back, unless it was seen to be this person's: anybody may type it.
  if (user.emailConfirmedAt) {
    await tx.leaderInvitation.deleteMany({ where: { email } })
    await tx.employmentInvitation.deleteMany({ where: { email } })
    await tx.mail.deleteMany({ where: { email } })
  }
  await tx.user.update({
    where: { id: userId },
    data: {
      ...{ deletedAt: now, disabledAt: user.disabledAt ?? now, roles: [], emailConfirmedAt: null },
      ...{ name: formerName({ roles: user.roles, locale: user.locale ?? locale ?? null }) },
      ...{ email: `${userId}@${DELETED_DOMAIN}`, locale: null, timeZone: null, faceSignIn: false },
      passwordHash: await unusablePassword(),
      sessionVersion: { increment: 1 },
    },
  })
  await forgetTraces(tx, { users: [userId], topics: [userId] })
  await listErased(tx, { what: ACCOUNT, subjectId: userId })
}

/** Mails about the account itself. */
const ofAccount = [
  'RESET_PASSWORD',
  'CONFIRM_EMAIL',
  'CHANGE_EMAIL',
  'EMAIL_CHANGED',
  'ROLE_GRANTED',
  'ROLE_REFUSED',
] as const

const unusablePassword = () => hashPassword(newToken())

/** Does it once more in a database that was put back from a backup, whatever they led or belonged to by then. */
export async function forgetAccountAgain(ctx: TxContext, userId: string): Promise<void> {
  const { tx, now } = ctx
  const there = await tx.user.count({ where: { id: userId, deletedAt: null } })
  if (there === 0) return
  await tx.leader.deleteMany({ where: { userId } })
  await tx.$executeRaw`
    UPDATE "Member" SET "leftAt" = greatest("joinedAt", ${now}::timestamptz)
    WHERE "userId" = ${userId}::uuid AND "leftAt" IS NULL`
  await forgetAccount(ctx, { userId })
}
