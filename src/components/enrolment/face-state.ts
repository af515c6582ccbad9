import { MIN_PHOTOS } from '@/domain/enrolment'
import type { EnrolmentStatus } from './use-enrolment'

/** Whether a person can clock in by face, and if not, what is missing. */
export type FaceState = 'ready' | 'no_consent' | 'few_photos' | 'recogniser_changed'

export function faceStateOf(status: Pick<EnrolmentStatus, 'consent' | 'enrolled' | 'photos'>): FaceState {
  if (!status.consent) return 'no_consent'
  if (status.enrolled) return 'ready'
  return status.photos.length >= MIN_PHOTOS ? 'recogniser_changed' : 'few_photos'
}
