import { guidanceTexts, type Instruction, type Turn } from '@/domain/face/observation'

interface Moment {
  /** The camera shows a picture. */
  live: boolean
  /** A picture is being worked on. */
  working: boolean
  /** The first pictures did not tell, and more are taken. */
  more: boolean
  paused: boolean
  /** Null until it is known whether guiding works. */
  guided: boolean | null
  autoCapture: boolean
  turn: Turn | null
  /** It takes longer than it should. */
  slow: boolean
  instruction: Instruction
}

/** While more pictures are taken, because the first did not tell. */
export const moreWords = 'Hold still, 3 more pictures'
export const moreHint = 'The first ones were near, but not enough. All of them together decide.'

/** The large words on the picture. */
export function cameraWords({ live, working, more, paused, guided, instruction }: Moment): string {
  if (!live) return 'Starting the camera'
  if (working) return more ? moreWords : 'One moment'
  if (paused) return ''
  if (guided === false) return guidanceTexts.no_face
  return guidanceTexts[guided ? instruction : 'starting']
}

/** The sentence under the picture. */
export function cameraHint({ live, more, guided, autoCapture, turn, slow }: Moment): string {
  if (!live) return 'Allow the camera when your browser asks.'
  if (more) return moreHint
  if (guided === false)
    return turn
      ? `Turn your head a little to your ${turn.to}, then press the button.`
      : 'Fill the oval with your face, then press the button.'
  if (turn && guided && !slow)
    return 'A little is enough: the picture is taken by itself once you have turned.'
  if (!autoCapture) return 'Press the button when you are ready.'
  if (slow) return 'Does it not get there? Press the button: your picture is checked afterwards anyway.'
  return 'The picture is taken by itself as soon as it is good.'
}
