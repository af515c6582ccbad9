import type { ApiOutput } from '@/components/providers/api-output'

export type FaceOffReason = NonNullable<ApiOutput['enrolment']['status']['faceOff']>

/** Why somebody takes part without their face, as staff read it. */
export const reasonWords: Record<FaceOffReason, string> = {
  OWN_WISH: 'at their own wish',
  STAFF: 'set by the school',
  TOO_MANY_MISSES: 'switched off after 50 misses in a row',
}
