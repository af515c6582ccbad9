import { type BurstDecision, decideBurst } from './burst'
import {
  type ChallengeAnswer,
  type ChallengeProblem,
  type ChallengeVerdict,
  judgeChallenge,
} from './challenge'
import type { FaceProblem } from './quality'

/** What a face check of any kind comes to. */
export type FaceDecision =
  | BurstDecision
  | { outcome: 'CHALLENGE_FAILED'; reason: ChallengeProblem; frame: number; similarity: null; live: null }

/** Problems that the light, the camera or a second face cause: nothing was tried, so they are no failed challenge. */
const isFaceProblem = (reason: FaceProblem | ChallengeProblem): reason is FaceProblem =>
  reason.startsWith('face.')

/**
 * Decides a one-to-one face check by challenge: the movements first, then the frames that face the camera as a burst,
 * each of which must pass presentation-attack detection.
 * @param templates unit vectors of one person by the recogniser of the frames; at least one.
 * @param threshold cosine from which the best of up to three frontal frames is this person.
 */
export function decideChallenge(
  answer: ChallengeAnswer,
  templates: readonly Float32Array[],
  threshold: number,
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
    templates,
    threshold,
  )
  return { decision: { ...decision, frame: frontal[decision.frame]?.index ?? 0 }, verdict }
}
