import { MIN_PHOTOS, WORK_NOTICE } from '@/domain/enrolment'
import type { EnrolmentStatus } from './use-enrolment'

/** Whether a person can clock in by face, and if not, what is missing or who switched it off. */
export type FaceState =
  | 'ready'
  | 'no_consent'
  | 'notice_changed'
  | 'few_photos'
  | 'on_hold'
  | 'refused'
  | 'recogniser_changed'
  | 'off_own_wish'
  | 'off_staff'
  | 'off_employer'
  | 'off_misses'
  | 'off_here'

const offStates = {
  OWN_WISH: 'off_own_wish',
  STAFF: 'off_staff',
  EMPLOYER: 'off_employer',
  TOO_MANY_MISSES: 'off_misses',
} as const

type Status = Pick<EnrolmentStatus, 'faceOff' | 'faceOffAt' | 'consent' | 'enrolled' | 'hold' | 'photos'>

/** Where a place is named, at that place. */
export function faceStateOf(status: Status, placeId?: string): FaceState {
  if (status.faceOff) return offStates[status.faceOff]
  if (status.faceOffAt.some((off) => off.placeId === placeId)) return 'off_here'
  if (!status.consent) return 'no_consent'
  if (status.enrolled) return 'ready'
  if (status.hold) return status.hold === 'OPEN' ? 'on_hold' : 'refused'
  return status.photos.length >= MIN_PHOTOS ? 'recogniser_changed' : 'few_photos'
}

/** The same at work, which whoever consented before the notice spoke of it has not consented to. */
export function faceStateAtWork(status: Status, placeId: string): FaceState {
  const state = faceStateOf(status, placeId)
  const read = status.consent?.noticeVersion ?? 0
  return state === 'ready' && read < WORK_NOTICE ? 'notice_changed' : state
}
