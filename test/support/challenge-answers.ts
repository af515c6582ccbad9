import type { ChallengeStep } from '@/domain/face/challenge-steps'
import type { Sitter } from './sample-portraits'
import type { Stance } from './turned-head'
import { posed } from './turning-camera'

const stances: Record<ChallengeStep, Stance> = {
  TURN_LEFT: { left: 26 },
  TURN_RIGHT: { left: -26 },
  LOOK_UP: { up: 26 },
  COME_CLOSER: { nearer: 1.35 },
}

const made = new Map<string, Promise<File>>()

/** Somebody in one pose, as a form field; each is drawn once a run. */
async function pose(who: Sitter, name: string, stance: Stance): Promise<File> {
  const key = `${who} ${name}`
  const making =
    made.get(key) ??
    posed(who)
      .then((draw) => draw(stance))
      .then((picture) => new File([new Uint8Array(picture)], `${name}.jpg`, { type: 'image/jpeg' }))
  made.set(key, making)
  return making
}

/** Frames that show somebody doing the steps, with times of a calm person: all within 5 seconds. */
export async function framesFor(
  steps: readonly ChallengeStep[],
  who: Sitter = 'anna',
): Promise<{ frames: File[]; at: number[] }> {
  const still = await pose(who, 'still', {})
  const moved = await Promise.all(steps.map((step) => pose(who, step, stances[step])))
  return {
    frames: [still, ...moved.flatMap((frame) => [still, frame]), still, still],
    at: [800, ...steps.flatMap((_, i) => [1500 + i * 1200, 1900 + i * 1200]), 4200, 4500],
  }
}

export function challengeForm(
  sessionId: string,
  direction: 'in' | 'out',
  answer: { challengeId: string; frames: Blob[]; at: number[] },
): FormData {
  const form = new FormData()
  form.append('sessionId', sessionId)
  form.append('direction', direction)
  form.append('challengeId', answer.challengeId)
  for (const frame of answer.frames) form.append('frame', frame)
  for (const at of answer.at) form.append('at', String(at))
  return form
}
