import 'server-only'
import type { Prisma } from '../db/generated/client'
import { containing } from '../db/search'

/** Selects what `nameOf` needs. */
export const memberName = {
  keptName: true,
  user: { select: { name: true } },
} as const satisfies Prisma.MemberSelect

/** The name that a workplace knows somebody by: after their account is gone, the one that its records keep. */
export const nameOf = ({ keptName, user }: { keptName: string | null; user: { name: string } }): string =>
  keptName ?? user.name

/** Members with this in that name. */
export const memberNamed = (typed: string): Prisma.MemberWhereInput => ({
  OR: [{ keptName: containing(typed) }, { user: { name: containing(typed) } }],
})
