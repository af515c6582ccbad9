import type { Tone } from '@/components/ui/tones'
import { useErrorWords } from '@/components/words/error-words'
import type { AttendanceMethod } from '@/domain/attendance'
import { isErrorCode } from '@/domain/errors'

/** How a record came about, in two words. */
export const methodText: Record<AttendanceMethod, string> = {
  FACE: 'by face',
  CODE: 'by code',
  GROUP_PHOTO: 'from a group photo',
  HAND: 'by hand',
  SESSION_END: 'at the end',
}

/** What a face check was for. */
export const purposeText = {
  CLOCK_IN: 'Clocking in',
  CLOCK_OUT: 'Clocking out',
  SIGN_IN: 'Signing in',
  ROLL_CALL: 'Group photo',
} as const

type Outcome = 'MATCHED' | 'NOT_MATCHED' | 'NOT_LIVE' | 'CHALLENGE_FAILED' | 'UNUSABLE'

/** What came of a face check. */
export const outcomeLook: Record<Outcome, { text: string; tone: Tone }> = {
  MATCHED: { text: 'Recognised', tone: 'positive' },
  NOT_MATCHED: { text: 'Not recognised', tone: 'negative' },
  NOT_LIVE: { text: 'Not a live face', tone: 'negative' },
  CHALLENGE_FAILED: { text: 'Movements not done', tone: 'negative' },
  UNUSABLE: { text: 'Picture not usable', tone: 'caution' },
}

/** How a face of a group photo came to its name. */
export const bandLook: Record<'SURE' | 'LIKELY' | 'UNKNOWN', { text: string; tone: Tone }> = {
  SURE: { text: 'Recognised', tone: 'positive' },
  LIKELY: { text: 'Likely, accepted by the teacher', tone: 'positive' },
  UNKNOWN: { text: 'Named by the teacher', tone: 'neutral' },
}

/** What was wrong with a picture, told about somebody else; the error's own sentence tells the person what to do. */
const reasons: Record<string, string> = {
  'face.none': 'No face was found in it.',
  'face.several': 'There was more than one face in it.',
  'face.too_small': 'The face was too far away.',
  'face.too_dark': 'It was too dark.',
  'face.too_bright': 'It was too bright.',
  'face.blurred': 'It was blurred.',
  'face.turned_away': 'The face was turned away.',
  'face.upside_down': 'It was upside down.',
  'face.lies_left': 'It lay on its side.',
  'face.lies_right': 'It lay on its side.',
  // Checks from before the two sides were told apart.
  'face.on_its_side': 'It lay on its side.',
  'face.cut_off': 'Part of the face was outside it.',
  'face.covered': 'Mouth and nose were covered.',
  'face.no_person': 'No person’s face could be made out in it.',
  'face.not_live': 'It looked like a picture of a picture.',
  'face.second_factor': 'The session’s code was asked for as well.',
  'face.more_pictures': 'Three more pictures were asked for, and none came.',
  'face.not_recognised': 'The face did not match the photos enrolled.',
}

export function useReasonText() {
  const words = useErrorWords()
  return (reason: string | null): string | null => {
    if (reason === null) return null
    return reasons[reason] ?? (isErrorCode(reason) ? words.ofCode(reason).title : null)
  }
}

/** The recognisers by the names people read elsewhere in Clockface. */
export function recogniserText(model: string): string {
  if (model === 'retail-0095') return 'face-reidentification-retail-0095'
  const [kind, name, hash] = model.split(':')
  if (kind === 'own' && name && hash) return `${name} (${hash})`
  return model === 'dlib' ? 'dlib’s ResNet (the basic recogniser)' : model
}
