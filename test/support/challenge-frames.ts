import type { ChallengeFrame } from '@/domain/face/challenge'
import type { FaceQuality } from '@/domain/face/quality'

const good: FaceQuality = {
  score: 1,
  eyeDistance: 80,
  highlight: 190,
  shadow: 80,
  sharpness: 30,
  yaw: 0,
  pitch: 0.2,
  roll: 0,
  inside: 1,
}

interface Seen extends Partial<FaceQuality> {
  at: number
  /** Angle of the frame's vector in a plane, in degrees: another person from about 60 on. */
  who?: number
  live?: number | null
}

/** A frame of a good face, changed as named. */
export function challengeFrame({ at, who = 0, live = 0.9, ...quality }: Seen): ChallengeFrame {
  const angle = (who * Math.PI) / 180
  return {
    at,
    problem: null,
    quality: { ...good, ...quality },
    vector: Float32Array.of(Math.cos(angle), Math.sin(angle)),
    live,
  }
}

/** What each step looks like, just enough for it. */
export const done = {
  TURN_LEFT: { yaw: 0.31 },
  TURN_RIGHT: { yaw: -0.31 },
  LOOK_UP: { pitch: -0.06 },
  COME_CLOSER: { eyeDistance: 97 },
} as const
