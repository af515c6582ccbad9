import type { RecogniserName } from './model-table'

/** The two recognisers: face-reidentification-retail-0095, and dlib's ResNet as the basic one. */
export type RecogniserId = 'retail-0095' | 'dlib'

/** The model that each recogniser runs. */
export const recogniserModel = {
  'retail-0095': 'retail-0095',
  dlib: 'dlib-resnet',
} as const satisfies Record<RecogniserId, RecogniserName>

export interface RecogniserThresholds {
  /** Cosine from which a clock-in burst is the person of the mean template. */
  verify: number
  /** Cosine from which one enrolment photo shows the same person as another. */
  samePerson: number
}

export const thresholds: Record<RecogniserId, RecogniserThresholds> = {
  'retail-0095': { verify: 0.5, samePerson: 0.34 },
  dlib: { verify: 0.965, samePerson: 0.94 },
}

/** PAD probability from which a face counts as bona fide. */
export const PAD_THRESHOLD = 0.1
