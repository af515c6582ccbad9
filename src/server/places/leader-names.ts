import 'server-only'
import type { Prisma } from '../db/generated/client'

/** Selects what `ownerName` needs. */
export const ledByName = {
  leaders: {
    where: { role: 'OWNER' },
    orderBy: { since: 'asc' },
    take: 1,
    select: { user: { select: { name: true } } },
  },
} as const satisfies Prisma.PlaceSelect

/** The name that members know a place's leader by: that of its first owner. */
export function ownerName({ leaders }: { leaders: readonly { user: { name: string } }[] }): string {
  return leaders[0]?.user.name ?? ''
}
