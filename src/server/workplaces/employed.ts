import 'server-only'
import type { Database } from '../db/prisma'

/** The employment of somebody at a workplace on a day of that place (midnight UTC of the day); null where there is none. */
export function employmentOn(
  db: Database,
  { workplaceId, userId, day }: { workplaceId: string; userId: string; day: Date },
) {
  return db.employment.findFirst({
    where: {
      ...{ workplaceId, userId, startedOn: { lte: day } },
      OR: [{ endedOn: null }, { endedOn: { gte: day } }],
    },
  })
}
