import type { ChallengeGuidance, ChallengeWords } from '@/domain/face/challenge-guide'
import { guidanceTexts } from '@/domain/face/observation'
import { moreHint } from './camera-words'

/** The large words. Left and right are the person's own, and in the mirror that they see. */
export const challengeTexts: Record<ChallengeWords, string> = {
  ...guidanceTexts,
  TURN_LEFT: 'Turn your head left',
  TURN_RIGHT: 'Turn your head right',
  LOOK_UP: 'Look up',
  COME_CLOSER: 'Come closer',
  FACE_CAMERA: 'Face the camera',
}

/** What helps when a movement is not seen. */
const more: Partial<Record<ChallengeWords, string>> = {
  TURN_LEFT: 'Turn only your head, slowly and a little further, until the ring is full.',
  TURN_RIGHT: 'Turn only your head, slowly and a little further, until the ring is full.',
  LOOK_UP: 'Raise your chin slowly, a little further, until the ring is full.',
  COME_CLOSER: 'Lean towards the camera, or bring the phone nearer, until the ring is full.',
  FACE_CAMERA: 'Look straight into the camera, as you did at the beginning, and hold still.',
}

const first: Partial<Record<ChallengeWords, string>> = {
  TURN_LEFT: 'Slowly, towards the arrow, until the ring is full.',
  TURN_RIGHT: 'Slowly, towards the arrow, until the ring is full.',
  LOOK_UP: 'Slowly, with your chin up, until the ring is full.',
  COME_CLOSER: 'Slowly, until the ring is full.',
  FACE_CAMERA: 'Back to where you began, and hold still.',
}

interface Moment extends Pick<ChallengeGuidance, 'phase' | 'words' | 'hint'> {
  live: boolean
  /** The frames are on their way. */
  sending: boolean
  /** Three more pictures are taken, because those of the challenge did not tell. */
  taking: boolean
  /** The minute was over, and it begins anew. */
  again: boolean
}

/** The sentence under the picture. */
export function challengeHint({ live, sending, taking, phase, words, hint, again }: Moment): string {
  if (!live) return 'Allow the camera when your browser asks.'
  if (taking) return moreHint
  if (sending) return 'Your pictures are being checked.'
  if (phase === 'neutral') {
    if (again) return 'The minute was over, so it begins anew. Take your time, but do not stop on the way.'
    if (hint === 'slow') return 'Hold the device at the height of your eyes, with light from the front.'
    return 'Then two small movements, one after the other, show that it is you and not a picture.'
  }
  if (phase === 'back' && words === 'perfect') return first.FACE_CAMERA ?? ''
  if (hint === 'wrong_way') return `That is another movement. ${first[words] ?? ''}`.trim()
  return (hint === 'slow' ? more[words] : first[words]) ?? ''
}
