import 'server-only'
import { INVITATION_DAYS } from '@/domain/places'

const DAY_MS = 24 * 60 * 60 * 1000

/** The invitations that have not run out. */
export const standing = (now: Date) => ({
  createdAt: { gt: new Date(now.getTime() - INVITATION_DAYS * DAY_MS) },
})
