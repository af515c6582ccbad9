import 'server-only'
import { alwaysTakenForPicture, NOT_LIVE_TRIES, notLiveWindow } from '@/domain/face/lock-out'
import type { Database } from '../db/prisma'

/** Whose face checks are counted: a person's own ones, or all at a kiosk, whoever stood before it. */
type Whose = { userId: string } | { kioskId: string }

/** Whether the last face checks that came to a judgement were all taken for presentation attacks. */
export async function takenForPicture(db: Database, whose: Whose, now: Date): Promise<boolean> {
  const seconds = 'userId' in whose ? notLiveWindow.person : notLiveWindow.kiosk
  const checks = await db.faceCheck.findMany({
    // At a kiosk anybody may type this person's number.
    where: {
      kioskId: null,
      ...whose,
      outcome: { not: 'UNUSABLE' },
      at: { gt: new Date(now.getTime() - seconds * 1000) },
    },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: NOT_LIVE_TRIES,
    select: { outcome: true },
  })
  return alwaysTakenForPicture(checks.map(({ outcome }) => outcome))
}
