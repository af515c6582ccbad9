import 'server-only'
import type { ServiceContext } from '../context/context'

/** What anybody may know of this installation: who runs it, and what it keeps for how long. */
export function installation({ settings, mail }: ServiceContext) {
  const { operator, evidenceDays, keepEnrolmentPhotos, appointment } = settings
  return { operator, evidenceDays, photosKept: keepEnrolmentPhotos, appointment, mail: mail !== null }
}
