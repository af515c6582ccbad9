import { type BurstDecision, decideBurst } from './burst'
import {
  type ChallengeAnswer,
  type ChallengeProblem,
  type ChallengeVerdict,
  judgeChallenge,
} from './challenge'
import type { FaceProblem } from './quality'
import type { Compare } from './verification'

/** What a face check of any kind comes to. */
export type FaceDecision =
  | BurstDecision
  | { outcome: 'CHALLENGE_FAILED'; reason: ChallengeProblem; frame: number; similarity: null; live: null }

/** Problems that the light, the camera or a second face cause: nothing was tried, so they are no failed challenge. */
const isFaceProblem = (reason: FaceProblem | ChallengeProblem): reason is FaceProblem =>
  reason.startsWith('face.')

/**
 * Decides a one-to-one face check by challenge: the movements first, then the frames that face the camera as a burst,
 * which must pass presentation-attack detection.
 */
export function decideChallenge(
  answer: ChallengeAnswer,
  compare: Compare,
): { decision: FaceDecision; verdict: ChallengeVerdict } {
  const verdict = judgeChallenge(answer)
  if (!verdict.passed) {
    const { reason, frame } = verdict
    const none = { frame, similarity: null, live: null }
    const decision: FaceDecision = isFaceProblem(reason)
      ? { outcome: 'UNUSABLE', reason, ...none }
      : { outcome: 'CHALLENGE_FAILED', reason, ...none }
    return { decision, verdict }
  }
  const frontal = verdict.frontal.flatMap((index) => {
    const frame = answer.frames[index]
    return frame?.problem === null ? [{ index, frame }] : []
  })
  const decision = decideBurst(
    frontal.map(({ frame }) => frame),
    compare,
  )
  return { decision: { ...decision, frame: frontal[decision.frame]?.index ?? 0 }, verdict }
}
